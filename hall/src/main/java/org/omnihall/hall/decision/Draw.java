package org.omnihall.hall.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The draw behind a slot: each candidate with a probability proportional to its weight. Pure: the same candidates and the same id give the same
 * answer, so a page that is drawn again shows the same, and a decision can be repeated from its record.
 */
final class Draw {

    private Draw() {}

    /** A candidate and the probability with which it is drawn. */
    record Chance(SlotItem item, double probability) {}

    static List<Chance> chances(List<SlotItem> candidates) {
        double total = candidates.stream().mapToInt(SlotItem::weight).sum();
        return candidates.stream()
                .map(item -> new Chance(item, item.weight() / total))
                .toList();
    }

    /** @param luck from 0 to below 1 */
    static Optional<Chance> pick(List<Chance> chances, double luck) {
        double passed = 0;
        for (Chance chance : chances) {
            passed += chance.probability();
            if (luck < passed) {
                return Optional.of(chance);
            }
        }
        return chances.isEmpty() ? Optional.empty() : Optional.of(chances.getLast());
    }

    /** A number from 0 to below 1 that belongs to the id and looks like chance. */
    static double luck(UUID id) {
        return (mix(id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) >>> 11)
                * 0x1.0p-53;
    }

    /** Whether a customer belongs to the group that sees no offers: the same in every slot, as long as the salt stays. */
    static boolean isHeldOut(long subscriber, int permille, String salt) {
        return Math.floorMod(mix(subscriber * 0x9E3779B97F4A7C15L + salt.hashCode()), 1000L) < permille;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
