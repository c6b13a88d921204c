package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.context.ApplicationContext;

/** Where tests place orders, wait for their ends and look at what came of them. */
public record Errands(ApplicationContext hall) {

    public static final String SIMPLE = "order-standard";

    /** A café with an account. */
    public World.Cafe billed() {
        World world = new World(hall);
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        return cafe;
    }

    public Order completed(Order order) {
        return ended(order, OrderState.COMPLETED);
    }

    /** Waits for this state, or for another end than it, which it tells with the order's fault. */
    public Order ended(Order order, OrderState state) {
        Eventually.holds("order " + order.id() + " is " + state, () -> {
            OrderState stands = now(order).state();
            return stands == state || stands.isEnd();
        });
        assertThat(now(order).state()).as(now(order).fault()).isEqualTo(state);
        return now(order);
    }

    private Order now(Order order) {
        return hall.getBean(Orders.class).find(order.id()).orElseThrow();
    }

    public Product productOf(Order order) {
        return hall.getBean(Products.class)
                .find(order.items().getFirst().product().orElseThrow())
                .orElseThrow();
    }

    @Nullable
    Refusal refusal(Buyer buyer, Wish... wishes) {
        World world = new World(hall);
        return switch (hall.getBean(Orders.class).place(world.placing(buyer, world.channel("web-hall"), wishes))) {
            case Placement.Placed placed -> null;
            case Placement.Refused refused -> refused.reason();
        };
    }

    static Order cart(Placement placement) {
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).order();
    }

    static Order order(OrderChange change) {
        assertThat(change).isInstanceOf(OrderChange.Done.class);
        return ((OrderChange.Done) change).order();
    }
}
