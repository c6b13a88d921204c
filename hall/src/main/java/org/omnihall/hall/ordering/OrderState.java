package org.omnihall.hall.ordering;

import java.util.EnumSet;
import java.util.Set;

/** Where an order stands, and what may follow. Outside it is told in TMF622's words. */
public enum OrderState {
    /** A cart or a quote: nobody has placed it yet. */
    DRAFT("draft"),
    /** Waits for an administrator of the company. */
    PENDING_APPROVAL("pending"),
    PENDING_PAYMENT("pending"),
    /** All is there that it takes; the first step has not begun. */
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    /** A step failed for good; what was done is being taken back. */
    COMPENSATING("inProgress"),
    /** Somebody cancelled it on the way; what was done is being taken back. */
    CANCELLING("assessingCancellation"),
    /** Something could not be taken back; a person has to look. */
    HELD("held"),
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    REJECTED("rejected");

    private final String shown;

    OrderState(String shown) {
        this.shown = shown;
    }

    /** The word of TMF622 (ProductOrderStateType); {@code draft} for what is no order yet. */
    public String shown() {
        return shown;
    }

    /** How good or bad it is, as a badge's tone. */
    public String tone() {
        return switch (this) {
            case COMPLETED -> "good";
            case FAILED, HELD -> "bad";
            case PENDING_APPROVAL, PENDING_PAYMENT, COMPENSATING, CANCELLING -> "warn";
            case DRAFT, ACKNOWLEDGED, IN_PROGRESS, CANCELLED, REJECTED -> "calm";
        };
    }

    /** The states that may follow; none after the end. */
    public Set<OrderState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PENDING_APPROVAL, PENDING_PAYMENT, ACKNOWLEDGED, CANCELLED);
            case PENDING_APPROVAL -> EnumSet.of(PENDING_PAYMENT, ACKNOWLEDGED, REJECTED, CANCELLED);
            case PENDING_PAYMENT -> EnumSet.of(ACKNOWLEDGED, CANCELLED);
            case ACKNOWLEDGED -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(COMPLETED, COMPENSATING, CANCELLING, HELD);
            case COMPENSATING -> EnumSet.of(FAILED, HELD);
            case CANCELLING -> EnumSet.of(CANCELLED, HELD);
            case HELD -> EnumSet.of(IN_PROGRESS, COMPENSATING, CANCELLING);
            case COMPLETED, FAILED, CANCELLED, REJECTED -> EnumSet.noneOf(OrderState.class);
        };
    }

    public boolean isEnd() {
        return next().isEmpty();
    }

    /** Whether done steps are being taken back. */
    boolean isUndoing() {
        return this == COMPENSATING || this == CANCELLING;
    }
}
