package org.omnihall.hall.ordering;

import java.time.Instant;

/**
 * A payment of what an order owed before the work (TMF676).
 *
 * @param reference the other side's name of it: the cashier's payment, the store's receipt, the billing account's id
 * @param payer as in the audit trail
 */
public record Payment(long id, long order, long fen, Method method, String reference, String payer, Instant at) {

    /** How it was paid. */
    public enum Method {
        /** It goes on the next bill of the account. */
        ACCOUNT,
        /** On the page of a cashier. */
        CASHIER,
        /** In a store. */
        STORE
    }
}
