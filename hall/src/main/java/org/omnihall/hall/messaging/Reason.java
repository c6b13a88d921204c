package org.omnihall.hall.messaging;

/** Why a message was not sent, or ended without a receipt. */
public enum Reason {
    /** Advertising needs a consent, and there is no book of consents yet in which to look it up. */
    NO_CONSENT_ON_RECORD,
    /** Its words cannot be opened: the vault's key is gone, or somebody changed the row. */
    SEAL_DOES_NOT_OPEN,
    /** Its text is no longer there, or has a gap for which it brings no word. */
    TEMPLATE_CANNOT_BE_FILLED,
    /** A gateway refused it for good; the attempt tells with which status. */
    GATEWAY_REFUSED
}
