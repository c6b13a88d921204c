package org.omnihall.hall.insight.pyramid;

/** The three classes of customers that every tier belongs to one of, the most valuable first (requirement C15). */
public enum BaseClass {
    /** 大客户. */
    KEY,
    /** 商业客户. */
    BUSINESS,
    /** 普通客户. */
    ORDINARY
}
