package org.omnihall.hall.messaging;

/** Why a message is sent; the gate decides by it. */
public enum Purpose {
    /** A one-time code that its receiver has just asked for: never held back. */
    CODE,
    /** A notice about the receiver's own service. */
    SERVICE,
    /** Advertising: needs the receiver's consent. */
    MARKETING
}
