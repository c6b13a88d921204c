package org.omnihall.hall.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether an offering can be shown to customers, and everything that is in the way (requirement D2). */
final class Publishing {

    /**
     * What is known when the question is asked.
     *
     * @param prices at this moment
     * @param parts the parts of a bundle
     * @param kinds the steps that can be executed
     */
    record Facts(PriceList prices, List<ProductOffering> parts, Set<String> kinds) {}

    private Publishing() {}

    /** What is in the way of this state; empty where nothing is. */
    static List<Obstacle> obstacles(ProductOffering offering, LifeCycle wanted, Facts facts) {
        List<Obstacle> found = new ArrayList<>();
        if (offering.isBundle()) {
            facts.parts().forEach(part -> {
                if (!part.allows(LifeCycle.Action.ORDER)) {
                    found.add(new Obstacle(Obstacle.Reason.PART_NOT_SOLD, part.code()));
                }
                if (!part.buyers().containsAll(offering.buyers())) {
                    found.add(new Obstacle(Obstacle.Reason.PART_NOT_FOR_BUYER, part.code()));
                }
                found.addAll(plan(part, facts.kinds()));
            });
        } else {
            found.addAll(plan(offering, facts.kinds()));
        }
        if (facts.prices().isEmpty()) {
            found.add(new Obstacle(Obstacle.Reason.NO_PRICE, ""));
        }
        if (wanted == LifeCycle.TRIAL && offering.trialDays().isEmpty()) {
            found.add(new Obstacle(Obstacle.Reason.NO_TRIAL_TERM, ""));
        }
        return List.copyOf(found);
    }

    private static List<Obstacle> plan(ProductOffering offering, Set<String> kinds) {
        if (offering.fulfilment().isEmpty()) {
            return List.of(new Obstacle(Obstacle.Reason.NO_PLAN, offering.code()));
        }
        return offering.fulfilment().stream()
                .filter(kind -> !kinds.contains(kind))
                .distinct()
                .map(kind -> new Obstacle(Obstacle.Reason.UNKNOWN_STEP, kind))
                .toList();
    }
}
