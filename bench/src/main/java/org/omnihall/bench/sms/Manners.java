package org.omnihall.bench.sms;

import java.time.Duration;

/**
 * How an SMS centre behaves while nothing is wrong.
 *
 * @param receiptDelay how long after the delivery the receipt is sent
 * @param order whether the receipt waits for the answer to the submission
 * @param idForm how the ids of answers and receipts are written
 */
public record Manners(Duration receiptDelay, Order order, IdForm idForm) {

    public static final Manners PLAIN = new Manners(Duration.ofMillis(20), Order.ANSWER_FIRST, IdForm.SAME);

    /** What the client sees first. */
    public enum Order {
        ANSWER_FIRST,
        RECEIPT_FIRST
    }

    /** Ids in the answer, then in the receipt. */
    public enum IdForm {
        SAME,
        HEX_THEN_DECIMAL,
        DECIMAL_THEN_HEX
    }

    String answered(long id) {
        return idForm == IdForm.DECIMAL_THEN_HEX ? String.format("%010d", id) : String.format("%08X", id);
    }

    String receipted(long id) {
        return switch (idForm) {
            case SAME -> answered(id);
            case HEX_THEN_DECIMAL -> String.format("%010d", id);
            case DECIMAL_THEN_HEX -> String.format("%08x", id);
        };
    }
}
