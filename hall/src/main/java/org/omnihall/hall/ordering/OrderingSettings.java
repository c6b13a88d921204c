package org.omnihall.hall.ordering;

import java.time.Duration;
import org.omnihall.hall.node.Pauses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of ordering.
 *
 * @param inFlight at how many steps one node works at once; 0 where it leaves them to other nodes
 * @param lease after how long a step counts as lost with its node; longer than any step takes
 * @param poll how often due steps are looked for without being woken
 * @param tries after so many failures a step has failed for good, and the order is compensated
 * @param firstPause after the first failure; doubled with every further one
 * @param longestPause what the pause grows to
 * @param patience for how long a step may wait for somebody who is not there
 */
@ConfigurationProperties(prefix = "omnihall.ordering", ignoreUnknownFields = false)
record OrderingSettings(
        @DefaultValue("8") int inFlight,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("6") int tries,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("7d") Duration patience) {

    /** The pause after so many failures. */
    Duration pauseAfter(int failures) {
        return Pauses.after(failures, firstPause, longestPause);
    }
}
