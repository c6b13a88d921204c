package org.omnihall.hall.party;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a company has the tier that it has.
 *
 * @param facts what it is judged by now
 * @param byRules what the rules say now; another tier than its own where it is pinned, or could not be moved for want of a manager
 * @param pinned why its tier was set by hand
 */
public record TierStanding(Tier tier, TierRule.Facts facts, TierRule.Verdict byRules, Optional<String> pinned) {

    /**
     * One change in the log of tiers.
     *
     * @param from nothing for the first tier
     * @param reason {@code RULE 3}, {@code NO RULE} or the words of who set it by hand
     */
    public record Moved(Instant at, Optional<Tier> from, Tier to, String reason, String actor) {

        /** Whether it came to matter more. The first tier is neither up nor down. */
        public boolean isUp() {
            return from.map(before -> to.compareTo(before) < 0).orElse(false);
        }

        public boolean isDown() {
            return from.map(before -> to.compareTo(before) > 0).orElse(false);
        }
    }
}
