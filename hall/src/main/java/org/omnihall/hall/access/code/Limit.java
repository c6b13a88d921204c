package org.omnihall.hall.access.code;

import java.time.Duration;
import java.time.Instant;
import org.omnihall.octets.Octets;

/**
 * So many times in each window of time; windows begin at whole multiples since 1970.
 *
 * @param key whom it counts: a keyed hash, or an id
 */
public record Limit(LimitKind kind, Octets key, int most, Duration window) {

    public Limit {
        if (most < 1 || window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(kind + ": " + most + " in " + window);
        }
    }

    Instant windowStart(Instant now) {
        long seconds = window.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }
}
