package org.omnihall.hall.decision.diversion;

import java.util.List;
import java.util.Set;
import org.omnihall.hall.channel.ChannelClass;

/**
 * Where a kind of customer is steered for a kind of business.
 *
 * @param fired the principles that decided it, in their order; none where no principle speaks
 * @param classes the classes of channels that are aimed at
 */
record Advice(List<Principle> fired, Ranking ranking, Set<ChannelClass> classes) {

    Advice {
        fired = List.copyOf(fired);
        classes = Set.copyOf(classes);
    }
}
