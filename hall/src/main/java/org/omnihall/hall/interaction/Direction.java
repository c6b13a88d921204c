package org.omnihall.hall.interaction;

/** Who began a contact. */
public enum Direction {
    /** The customer turned to us. */
    INBOUND,
    /** We turned to the customer. */
    OUTBOUND
}
