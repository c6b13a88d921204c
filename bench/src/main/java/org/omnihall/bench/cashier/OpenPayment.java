package org.omnihall.bench.cashier;

import java.net.URI;
import java.time.Instant;

/**
 * A payment as a simulated cashier keeps it.
 *
 * @param number the merchant's number of it
 * @param tellAt where the callback goes
 * @param transaction the cashier's own number; empty until it is paid
 */
public record OpenPayment(
        String number,
        long fen,
        String currency,
        String subject,
        URI tellAt,
        URI comeBack,
        Instant expires,
        Status status,
        String transaction) {

    /** Where it stands. */
    public enum Status {
        WAITING,
        PAID,
        CANCELLED,
        EXPIRED
    }

    OpenPayment paid(String by) {
        return with(Status.PAID, by);
    }

    OpenPayment with(Status next, String by) {
        return new OpenPayment(number, fen, currency, subject, tellAt, comeBack, expires, next, by);
    }

    /** As it is seen at a moment: one that nobody paid in time has expired. */
    OpenPayment at(Instant now) {
        return status == Status.WAITING && !now.isBefore(expires) ? with(Status.EXPIRED, "") : this;
    }
}
