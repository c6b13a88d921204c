package org.omnihall.hall.ordering;

import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;

/**
 * Who leads an order on, and where.
 *
 * @param actor as in the audit trail
 * @param user the login of the company that acts; nothing where staff do. What a login may do, its roles say
 */
public record By(String actor, Optional<Long> user, ChannelId channel) {

    private static final String SYSTEM = "system";

    public static By staff(String actor, ChannelId channel) {
        return new By(actor, Optional.empty(), channel);
    }

    /** The hall itself, in the name of the channel that the order came by. */
    static By system(Order order) {
        return staff(SYSTEM, order.channel());
    }

    boolean isSystem() {
        return actor.equals(SYSTEM);
    }
}
