package org.omnihall.hall.ordering.boss;

import java.time.Duration;
import org.omnihall.hall.node.Pauses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the business support system is told.
 *
 * @param url where its commands lie, such as {@code https://boss.example/orders}; empty where there is none, and commands wait
 * @param perSecond calls a second of all nodes together, 1 to 1000
 * @param answer how long it may take
 * @param lease after how long a call counts as lost with its node; longer than the answer is waited for
 * @param failures after so many in a row it is left alone
 * @param rest for how long it is left alone then, before one call asks whether it is back
 * @param firstPause of a command after its first failure; doubled with every further one
 * @param longestPause what the pause grows to
 * @param poll how often the outbox is looked at without being woken
 */
@ConfigurationProperties(prefix = "omnihall.boss", ignoreUnknownFields = false)
record BossSettings(
        @DefaultValue("") String url,
        @DefaultValue("20") int perSecond,
        @DefaultValue("5s") Duration answer,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5") int failures,
        @DefaultValue("30s") Duration rest,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("2m") Duration longestPause,
        @DefaultValue("1s") Duration poll) {

    BossSettings {
        if (perSecond < 1 || perSecond > 1000) {
            throw new IllegalArgumentException("omnihall.boss.per-second is 1 to 1000, not " + perSecond);
        }
    }

    /** The pause after so many failures. */
    Duration pauseAfter(int failed) {
        return Pauses.after(failed, firstPause, longestPause);
    }

    /** Between two calls. */
    Duration interval() {
        return Duration.ofNanos(1_000_000_000L / perSecond);
    }
}
