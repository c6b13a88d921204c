package org.omnihall.hall.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * Which known session an event is about (access-rules.md rule 10). Controllers use an Acct-Session-Id again after a restart, so the id alone
 * does not tell: where both sides know our Class it decides, else the device and the start.
 */
final class SessionMatch {

    /** Two starts of one session may differ by so much, as delays and rounded seconds make them. */
    static final Duration SAME_START = Duration.ofSeconds(60);

    private SessionMatch() {}

    /** A session of the event's controller with the event's Acct-Session-Id. */
    record Candidate(UUID id, Optional<UUID> journey, Optional<MacAddress> mac, Instant startedAt) {}

    static Optional<UUID> pick(AccountingEvent event, List<Candidate> candidates) {
        return candidates.stream()
                .filter(c -> same(event, c))
                .min(Comparator.comparing(c ->
                        Duration.between(c.startedAt(), event.computedStart()).abs()))
                .map(Candidate::id);
    }

    private static boolean same(AccountingEvent event, Candidate known) {
        if (event.journey().isPresent() && known.journey().isPresent()) {
            return event.journey().equals(known.journey());
        }
        boolean sameDevice = event.device().mac().isEmpty()
                || known.mac().isEmpty()
                || event.device().mac().equals(known.mac());
        return sameDevice && (sameStart(event, known.startedAt()) || tellsNoTime(event, known.startedAt()));
    }

    private static boolean sameStart(AccountingEvent event, Instant start) {
        return Duration.between(start, event.computedStart()).abs().compareTo(SAME_START) <= 0;
    }

    /** An Interim or Stop without Acct-Session-Time can be of any session that began before it. */
    private static boolean tellsNoTime(AccountingEvent event, Instant start) {
        return event.kind() != AccountingEvent.Kind.START
                && event.usage().time().isZero()
                && !event.at().isBefore(start);
    }
}
