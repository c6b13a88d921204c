package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.Optional;

/** Tiers that somebody thinks of, the top first. */
record Draft(Cut cut, List<PyramidTier> tiers) {

    private static final int MOST_TIERS = 9;
    private static final long WHOLE = 1_000;

    Draft {
        tiers = List.copyOf(tiers);
    }

    /** What is wrong with them, whatever the customers are worth. */
    Optional<PyramidFault> fault() {
        if (tiers.size() < 2 || tiers.size() > MOST_TIERS) {
            return Optional.of(PyramidFault.TIERS);
        }
        if (names(PyramidTier::zh) < tiers.size() || names(PyramidTier::en) < tiers.size()) {
            return Optional.of(PyramidFault.NAMES);
        }
        if (!bordersHold()) {
            return Optional.of(PyramidFault.BORDERS);
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i - 1).of().compareTo(tiers.get(i).of()) > 0) {
                return Optional.of(PyramidFault.CLASSES);
            }
        }
        return Optional.empty();
    }

    private long names(java.util.function.Function<PyramidTier, String> name) {
        return tiers.stream()
                .map(name)
                .filter(text -> !text.isBlank())
                .distinct()
                .count();
    }

    private boolean bordersHold() {
        List<Long> borders =
                tiers.stream().flatMap(tier -> tier.border().stream()).toList();
        boolean complete =
                borders.size() == tiers.size() - 1 && tiers.getLast().border().isEmpty();
        boolean ordered = true;
        for (int i = 1; i < borders.size(); i++) {
            int order = borders.get(i - 1).compareTo(borders.get(i));
            ordered &= cut == Cut.SPEND ? order > 0 : order < 0;
        }
        boolean within = cut == Cut.SPEND || borders.stream().allMatch(border -> border > 0 && border < WHOLE);
        return complete && ordered && within;
    }
}
