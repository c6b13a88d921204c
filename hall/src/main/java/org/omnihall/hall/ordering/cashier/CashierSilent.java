package org.omnihall.hall.ordering.cashier;

/** A cashier that did not answer, or not as agreed: nothing is known of the payment. */
final class CashierSilent extends RuntimeException {

    private static final long serialVersionUID = 1;

    CashierSilent(String why) {
        super(why);
    }
}
