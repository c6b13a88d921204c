package org.omnihall.hall.catalogue;

/** Who can buy. */
public enum BuyerKind {
    PERSON,
    COMPANY
}
