package org.omnihall.hall.ordering;

import java.time.Instant;

/**
 * One attempt to pay an order on the page of a cashier.
 *
 * @param number our number of it, which the cashier knows it by
 * @param transaction the cashier's number of the payment; empty where he told none
 * @param reason why it stands so, in a word; empty where nothing is to be said
 * @param at when it got into its state
 */
public record PaymentAttempt(
        String number,
        long order,
        String cashier,
        CashierKind kind,
        long fen,
        State state,
        String transaction,
        String reason,
        Instant begunAt,
        Instant at) {

    /** Where it stands; the words are {@code ordering.attempt.NAME}. */
    public enum State {
        /** The payer is on his way. */
        BEGUN,
        /** It paid the order. */
        PAID,
        /** The cashier did not take it, or gave it up. */
        FAILED,
        /** Nobody paid in time. */
        EXPIRED,
        /** Money came that the order does not need: it has to go back. */
        TO_REFUND;

        /** Whether {@code next} may follow. Money that comes late comes nevertheless. */
        public boolean mayBecome(State next) {
            return switch (this) {
                case BEGUN -> next != BEGUN;
                case FAILED, EXPIRED -> next == PAID || next == TO_REFUND;
                case PAID, TO_REFUND -> false;
            };
        }
    }
}
