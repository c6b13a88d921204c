package org.omnihall.hall.ordering.cashier;

/** A callback that is not believed. */
final class BadCallback extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why not; the label of the counter. */
    enum Fault {
        CASHIER_UNKNOWN(404),
        TOO_LARGE(413),
        UNREADABLE(400),
        UNSIGNED(401),
        SIGNATURE_WRONG(401),
        /** Its time is not ours. */
        STALE(401),
        MERCHANT_WRONG(403),
        NUMBER_UNKNOWN(404),
        SUM_WRONG(409),
        CURRENCY_WRONG(409);

        private final int status;

        Fault(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final Fault fault;

    BadCallback(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
