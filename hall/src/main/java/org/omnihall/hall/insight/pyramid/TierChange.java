package org.omnihall.hall.insight.pyramid;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer came into a tier.
 *
 * @param version of the pyramid whose places are meant; {@code fromVersion} of the one before
 * @param from the place he left; nothing for his first
 * @param fromFen his value before
 */
public record TierChange(
        Instant at,
        long version,
        long fromVersion,
        Optional<Integer> from,
        int to,
        Optional<Long> fromFen,
        long toFen,
        Reason reason) {

    /** Why. Texts are {@code insight.reason.NAME}. */
    public enum Reason {
        /** His first value. */
        FIRST,
        SPENT_MORE,
        SPENT_LESS,
        /** By the borders of before he would have stayed. */
        BORDERS_MOVED
    }
}
