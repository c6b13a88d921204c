package org.omnihall.hall.party.staff;

import java.time.Duration;

/** How long a name is shut after wrong passwords: five are free, then a minute, doubled by every further one, an hour at most. */
final class Lockout {

    static final int FREE = 4;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofHours(1);

    private Lockout() {}

    /** The time for which nobody may try again after this many failures in a row. */
    static Duration after(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        Duration grown = SHORTEST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS));
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }
}
