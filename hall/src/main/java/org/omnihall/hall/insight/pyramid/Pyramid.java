package org.omnihall.hall.insight.pyramid;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published version of the tiers.
 *
 * @param againOf the version that was published again
 * @param tiers the top first
 */
public record Pyramid(
        long version, Cut cut, Instant publishedAt, String byActor, Optional<Long> againOf, List<PyramidTier> tiers) {

    public Pyramid {
        tiers = List.copyOf(tiers);
    }

    /** The tier at this place. */
    public PyramidTier tier(int place) {
        return tiers.get(place - 1);
    }

    Draft draft() {
        return new Draft(cut, tiers);
    }
}
