package org.omnihall.hall.enterprise.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.enterprise.EnterpriseChannel;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Wish;
import org.springframework.stereotype.Component;

/** Puts wishes of a company's people into carts, on the channel of this hall. */
@Component
class HallCounter {

    private final Carts carts;
    private final Orders orders;
    private final EnterpriseChannel channel;

    HallCounter(Carts carts, Orders orders, EnterpriseChannel channel) {
        this.carts = carts;
        this.orders = orders;
        this.channel = channel;
    }

    By by(Member member) {
        return member.by(channel.now().id());
    }

    /** @param key of the form that was sent: the same form sent again gives the same cart */
    OrderChange begin(Member member, String key, Wish wish) {
        return change(carts.begin(placing(member, key, wish)));
    }

    /** Orders one thing at once, without a cart. */
    OrderChange place(Member member, Wish wish) {
        return change(orders.place(placing(member, UUID.randomUUID().toString(), wish)));
    }

    private Placing placing(Member member, String key, Wish wish) {
        return new Placing(
                new Placing.Client(member.actor(), key),
                member.buyer(),
                Optional.empty(),
                channel.now().id(),
                UUID.randomUUID(),
                List.of(wish));
    }

    private static OrderChange change(Placement placement) {
        return switch (placement) {
            case Placement.Placed placed -> new OrderChange.Done(placed.order());
            case Placement.Refused refused -> new OrderChange.Refused(refused.reason(), refused.detail());
        };
    }

    OrderChange add(Member member, Order cart, Wish wish) {
        return carts.change(
                cart.id(),
                items -> {
                    List<Wish> wishes = new ArrayList<>();
                    items.forEach(item -> wishes.add(item.wish()));
                    wishes.add(wish);
                    return Optional.of(wishes);
                },
                by(member));
    }

    /** Puts another wish, or none, in the place of an item; refused where somebody changed or removed it meanwhile. */
    OrderChange replace(Member member, Order cart, long item, Optional<Wish> wish) {
        return carts.change(cart.id(), items -> replaced(items, item, wish), by(member));
    }

    private static Optional<List<Wish>> replaced(List<OrderItem> items, long item, Optional<Wish> wish) {
        if (items.stream().noneMatch(one -> one.id() == item)) {
            return Optional.empty();
        }
        List<Wish> wishes = new ArrayList<>();
        for (OrderItem one : items) {
            if (one.id() != item) {
                wishes.add(one.wish());
            } else {
                wish.ifPresent(wishes::add);
            }
        }
        return Optional.of(wishes);
    }
}
