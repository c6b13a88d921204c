package org.omnihall.hall.messaging;

/** Why a message was not sent, or ended without a receipt. */
public enum Reason {
    /** Advertising needs a consent, and the customer gave none, or withdrew it. */
    NO_CONSENT_ON_RECORD,
    /** He was sent as many of this kind today as he may be. */
    DAY_USED_UP,
    /** He was sent as many of this kind this month as he may be. */
    MONTH_USED_UP,
    /** It is worth nothing any more when the quiet hours end. */
    QUIET_TOO_LONG,
    /** Its words cannot be opened: the vault's key is gone, or somebody changed the row. */
    SEAL_DOES_NOT_OPEN,
    /** Its text is no longer there, or has a gap for which it brings no word. */
    TEMPLATE_CANNOT_BE_FILLED,
    /** A gateway refused it for good; the attempt tells with which status. */
    GATEWAY_REFUSED
}
