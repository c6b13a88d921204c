package org.omnihall.hall.ordering.cashier;

import java.time.Duration;
import org.omnihall.hall.node.Pauses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments through cashiers are watched.
 *
 * @param address where cashiers reach this hall, such as {@code https://hall.example.com}; empty for the console's own address with TLS
 * @param answer how long a cashier may take
 * @param life how long a payer has time to pay
 * @param patience for how long a silent cashier is asked after a payment whose time is over
 * @param skew how far the time of a callback may be from ours
 * @param inFlight how many cashiers one node asks at once; 0 where it leaves that to other nodes
 * @param lease after how long a question counts as lost with its node; longer than the answer is waited for
 * @param poll how often it is looked for attempts to be asked after
 * @param firstPause after the beginning of a payment the cashier is asked; doubled with every further time
 * @param longestPause what the pause grows to
 */
@ConfigurationProperties(prefix = "omnihall.cashier", ignoreUnknownFields = false)
record CashierSettings(
        @DefaultValue("") String address,
        @DefaultValue("8s") Duration answer,
        @DefaultValue("30m") Duration life,
        @DefaultValue("3d") Duration patience,
        @DefaultValue("5m") Duration skew,
        @DefaultValue("4") int inFlight,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause) {

    /** The pause after so many questions. */
    Duration pauseAfter(int asked) {
        return Pauses.after(asked, firstPause, longestPause);
    }
}
