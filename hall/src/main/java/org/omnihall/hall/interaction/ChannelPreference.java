package org.omnihall.hall.interaction;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omnihall.hall.channel.ChannelId;

/**
 * How much a customer prefers a channel.
 *
 * @param share from 0 to 1; the shares of all channels sum to 1
 */
public record ChannelPreference(ChannelId channel, double share) {

    /**
     * Channel preference with shrinkage (requirement B18): {@code p = (n·p_own + κ·p_group) / (n + κ)}. Who has never been in contact
     * prefers what everybody does; the more journeys of his own, the more they count.
     *
     * @param own journeys of his own by channel
     * @param group shares of everybody, which sum to 1; empty where nobody was in contact yet
     * @param kappa after how many journeys his own weigh as much as everybody's
     * @return the most preferred first; empty where nothing at all is known
     */
    static List<ChannelPreference> of(Map<ChannelId, Long> own, Map<ChannelId, Double> group, double kappa) {
        double weight = group.isEmpty() ? 0 : kappa;
        double all = own.values().stream().mapToLong(Long::longValue).sum() + weight;
        if (all == 0) {
            return List.of();
        }
        return Stream.concat(own.keySet().stream(), group.keySet().stream())
                .distinct()
                .map(channel -> new ChannelPreference(
                        channel, (own.getOrDefault(channel, 0L) + weight * group.getOrDefault(channel, 0.0)) / all))
                .sorted(Comparator.comparingDouble(ChannelPreference::share)
                        .reversed()
                        .thenComparingLong(preference -> preference.channel().value()))
                .toList();
    }
}
