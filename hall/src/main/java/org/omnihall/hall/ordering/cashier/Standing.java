package org.omnihall.hall.ordering.cashier;

/** How a payment stands with its cashier. */
sealed interface Standing {

    /** @param transaction the cashier's number of it */
    record Paid(String transaction, long fen, String currency) implements Standing {}

    /** Nobody has paid it yet. */
    record Waiting() implements Standing {}

    /** Nobody will pay it any more; the reason is the cashier's word. */
    record Ended(String reason) implements Standing {}
}
