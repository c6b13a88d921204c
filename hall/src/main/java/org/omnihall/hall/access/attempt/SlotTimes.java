package org.omnihall.hall.access.attempt;

import java.time.Duration;

/** From when until when after its start a slot may be left (rule 19: 10 s and 120 s). */
public record SlotTimes(Duration shortest, Duration longest) {

    public SlotTimes {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a slot from " + shortest + " to " + longest);
        }
    }
}
