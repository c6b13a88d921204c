package org.omnihall.hall.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an accounting event happened (access-rules.md rule 12): Event-Timestamp, else the receipt less Acct-Delay-Time. */
final class EventTime {

    /** A controller may keep events back for so long while we are away. */
    static final Duration OLDEST = Duration.ofDays(7);

    /** A clock may be ahead of ours by so much; what is further ahead is a wrong clock and not believed. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private EventTime() {}

    static Instant of(Optional<Instant> eventTimestamp, Duration delay, Instant receivedAt) {
        return eventTimestamp
                .filter(t -> !t.isAfter(receivedAt.plus(AHEAD)) && !t.isBefore(receivedAt.minus(OLDEST)))
                .orElseGet(() -> receivedAt.minus(delay.compareTo(OLDEST) > 0 ? OLDEST : delay));
    }
}
