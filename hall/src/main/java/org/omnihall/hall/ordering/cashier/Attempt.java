package org.omnihall.hall.ordering.cashier;

import java.time.Instant;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.ordering.PaymentAttempt;

/**
 * A row of an attempt: what others may see of it, and what only this package needs.
 *
 * @param page where the payer goes on; empty until the cashier told it
 * @param actor who began it
 * @param asked how often the cashier was asked after it
 */
record Attempt(
        PaymentAttempt shown,
        String page,
        String comeBack,
        String actor,
        ChannelId channel,
        Instant expires,
        int asked) {

    String number() {
        return shown.number();
    }

    PaymentAttempt.State state() {
        return shown.state();
    }
}
