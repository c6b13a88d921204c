package org.omnihall.hall.enterprise.entry;

import java.time.Duration;
import java.time.Instant;
import org.omnihall.octets.Octets;

/**
 * So many times in each window of time; windows begin at whole multiples since 1970.
 *
 * @param key whom it counts: a keyed hash
 */
record CodeLimit(Kind kind, Octets key, int most, Duration window) {

    /** What is counted, in the order in which the rows are locked. */
    enum Kind {
        NUMBER_HOUR,
        NUMBER_DAY,
        ADDRESS_HOUR,
        EVERYONE_MINUTE,
        WRONG_DAY
    }

    Instant begin(Instant now) {
        long seconds = window.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }
}
