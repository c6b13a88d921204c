package org.omnihall.hall.openapi;

import java.time.Duration;
import org.omnihall.hall.node.Pauses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of the interfaces.
 *
 * @param inFlight how many notifications one node delivers at once
 * @param lease after how long a delivery counts as lost with its node; longer than the answer is waited for
 * @param poll how often the outbox is looked at without being woken
 * @param answer how long a listener may take
 * @param tries after so many a delivery is given up and waits for a person
 * @param firstPause after the first failure; doubled with every further one
 * @param longestPause what the pause grows to
 * @param keep for how long settled deliveries are kept
 * @param privateCallbacks whether listeners may lie at addresses of this machine or of private networks, and be called without TLS
 */
@ConfigurationProperties(prefix = "omnihall.openapi", ignoreUnknownFields = false)
public record OpenApiSettings(
        @DefaultValue("16") int inFlight,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("10s") Duration answer,
        @DefaultValue("24") int tries,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("false") boolean privateCallbacks) {

    /** The pause after so many failures. */
    public Duration pauseAfter(int failures) {
        return Pauses.after(failures, firstPause, longestPause);
    }
}
