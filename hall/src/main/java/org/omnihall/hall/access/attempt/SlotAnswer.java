package org.omnihall.hall.access.attempt;

import java.util.List;

/**
 * What a slot showed and why, kept with the attempt so that another policy can be judged later.
 *
 * @param item what was shown
 * @param candidates what could have been shown
 * @param probability with which the item was chosen, above 0 to 1
 * @param reason the rule that chose
 */
public record SlotAnswer(String item, List<String> candidates, double probability, String reason) {

    public SlotAnswer {
        candidates = List.copyOf(candidates);
        if (!candidates.contains(item) || probability <= 0 || probability > 1) {
            throw new IllegalArgumentException(item + " of " + candidates + " with " + probability);
        }
    }
}
