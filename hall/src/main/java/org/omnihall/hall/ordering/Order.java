package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;

/**
 * A cart, a quote or an order (TMF663, 648, 622): the same thing, earlier and later.
 *
 * @param account the billing account that pays, where there is one
 * @param channel on which it was placed, or for a cart, touched last
 * @param dueNowFen to be paid before anything is done
 * @param monthlyFen what it adds to each month
 * @param quotedUntil until when the prices of a cart hold; nothing where they were not promised
 * @param fault why it failed, in a word of its step; empty otherwise
 * @param version rises with every change
 */
public record Order(
        long id,
        String areaPath,
        OrderState state,
        Buyer buyer,
        Optional<Long> account,
        ChannelId channel,
        UUID journey,
        long dueNowFen,
        long monthlyFen,
        Optional<Instant> quotedUntil,
        String fault,
        Instant placedAt,
        Instant changedAt,
        long version,
        List<OrderItem> items) {

    public Order {
        items = List.copyOf(items);
    }

    /** Whether it can be called off now; a termination that has begun is carried through. */
    public boolean canBeCancelled() {
        return switch (state) {
            case DRAFT, PENDING_APPROVAL, PENDING_PAYMENT, ACKNOWLEDGED -> true;
            case IN_PROGRESS -> !isTermination();
            case COMPENSATING, CANCELLING, HELD, COMPLETED, FAILED, CANCELLED, REJECTED -> false;
        };
    }

    boolean isTermination() {
        return items.stream().anyMatch(item -> item.action() == ItemAction.TERMINATE);
    }
}
