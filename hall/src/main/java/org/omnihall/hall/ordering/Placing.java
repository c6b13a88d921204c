package org.omnihall.hall.ordering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.channel.ChannelId;

/**
 * An order as somebody places it.
 *
 * @param account the id of the billing account that pays; nothing for the buyer's first active one
 * @param channel on which it is placed; what that channel may not complete is refused
 * @param journey what the customer set out to do, over all channels
 */
public record Placing(
        Client client, Buyer buyer, Optional<Long> account, ChannelId channel, UUID journey, List<Wish> wishes) {

    /**
     * Who places it, and his own key of this order: the same key is the same order, however often it is sent.
     *
     * @param actor as in the audit trail, at most 100 characters
     * @param key at most 100 characters
     */
    public record Client(String actor, String key) {}

    public Placing {
        wishes = List.copyOf(wishes);
    }

    /** The same text for the same order, so that a key that comes again with another one is seen. */
    String canonical() {
        return buyer + " " + account + "\n"
                + wishes.stream().map(Wish::canonical).collect(Collectors.joining("\n"));
    }
}
