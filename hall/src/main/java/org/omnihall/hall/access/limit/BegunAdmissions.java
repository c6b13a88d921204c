package org.omnihall.hall.access.limit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The admissions whose sessions began in the last seconds. That a place was taken may be heard from another node after the Start that ended the
 * taking; without this memory it would be counted for the rest of its 30 seconds, and a device that may come in refused.
 */
final class BegunAdmissions {

    /** News of a place is a second on its way; what is older than two of these is forgotten. */
    private static final Duration SPAN = Duration.ofSeconds(5);

    private Set<UUID> older = Set.of();
    private Set<UUID> newer = new HashSet<>();
    private long turned = System.nanoTime();

    synchronized void add(UUID journey) {
        long now = System.nanoTime();
        if (now - turned > SPAN.toNanos()) {
            older = now - turned > 2 * SPAN.toNanos() ? Set.of() : newer;
            newer = new HashSet<>();
            turned = now;
        }
        newer.add(journey);
    }

    synchronized boolean contains(UUID journey) {
        return newer.contains(journey) || older.contains(journey);
    }
}
