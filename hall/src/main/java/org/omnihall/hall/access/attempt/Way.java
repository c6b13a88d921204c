package org.omnihall.hall.access.attempt;

/** By what a subscriber was known. */
public enum Way {
    /** By a code sent to the number. */
    CODE,
    /** By a binding, after the slot page. */
    BINDING,
    /** By a binding, without a page: the access controller asked the MAC binding server. */
    MAC
}
