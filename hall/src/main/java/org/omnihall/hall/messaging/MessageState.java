package org.omnihall.hall.messaging;

/** How far a message got. */
public enum MessageState {
    /** Written down, waits for a gateway. */
    QUEUED,
    /** A gateway has taken it; no receipt yet. */
    SUBMITTED,
    /** The phone has it, says the gateway's receipt. */
    DELIVERED,
    /** A gateway or the network refused it for good. */
    FAILED,
    /** Its life ended before it was delivered. */
    EXPIRED,
    /** A gateway did not answer in time: it may or may not be on its way. */
    UNKNOWN,
    /** The gate did not let it pass; nothing was sent. */
    REFUSED;

    /** Whether nothing but a late receipt can change it any more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, SUBMITTED, UNKNOWN -> false;
            case DELIVERED, FAILED, EXPIRED, REFUSED -> true;
        };
    }

    /** How good or bad it is, as a badge's tone. */
    public String tone() {
        return switch (this) {
            case DELIVERED -> "good";
            case FAILED, EXPIRED, REFUSED -> "bad";
            case UNKNOWN -> "warn";
            case QUEUED, SUBMITTED -> "calm";
        };
    }
}
