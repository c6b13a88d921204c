package org.omnihall.hall.access.dynamic;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One request for many sessions at once.
 *
 * @param areaPath the Area of whoever began it
 * @param told which sessions, in the words of whoever began it
 * @param sessions how many there were when it began
 * @param stoppedBy who stopped it
 */
public record Sweep(
        UUID id,
        Asked.Kind kind,
        String areaPath,
        String told,
        String actor,
        State state,
        long sessions,
        Instant begunAt,
        Optional<Instant> overAt,
        Optional<String> stoppedBy) {

    /** How far it is. */
    public enum State {
        RUNNING,
        /** Somebody stopped it: what had not been asked is not asked. */
        STOPPED,
        /** All were asked; what came of it may still be to be seen. */
        DONE
    }

    /** What became of one of its sessions. */
    public enum Fate {
        WAITING,
        /** The sweep was stopped before its turn came. */
        NOT_ASKED,
        SENT,
        ACKNOWLEDGED,
        REFUSED,
        NO_ANSWER,
        /** Really ended, or shown to go on by its terms. */
        DONE,
        /** Ended before it was asked, or before an update could show the change. */
        OVER
    }

    /** Its sessions by what became of them. */
    public record Progress(Map<Fate, Long> sessions) {

        public Progress {
            sessions = Map.copyOf(sessions);
        }

        public long of(Fate fate) {
            return sessions.getOrDefault(fate, 0L);
        }

        /** How many will not be asked any more. */
        public long settled() {
            return sessions.entrySet().stream()
                    .filter(entry -> entry.getKey() != Fate.WAITING && entry.getKey() != Fate.SENT)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** Whether something may still come of it. */
        public boolean moves() {
            return of(Fate.WAITING) + of(Fate.SENT) + of(Fate.ACKNOWLEDGED) > 0;
        }
    }
}
