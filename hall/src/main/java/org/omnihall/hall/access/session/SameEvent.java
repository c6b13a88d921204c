package org.omnihall.hall.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What makes two accounting packets one event (access-rules.md rule 12): a re-send has a new identifier and delay, but the same session,
 * status and counters, and an event time within two seconds.
 */
record SameEvent(UUID session, AccountingEvent.Kind kind, Instant at, Usage usage) {

    static final Duration TOLERANCE = Duration.ofSeconds(2);

    static SameEvent of(UUID session, AccountingEvent event) {
        return new SameEvent(session, event.kind(), event.at(), event.usage());
    }

    boolean matches(SameEvent other) {
        return session.equals(other.session)
                && kind == other.kind
                && usage.equals(other.usage)
                && Duration.between(at, other.at).abs().compareTo(TOLERANCE) <= 0;
    }
}
