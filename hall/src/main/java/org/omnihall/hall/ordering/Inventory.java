package org.omnihall.hall.ordering;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;

/** Writes what a completed order has done to products, in the transaction that completes it. */
@Component
class Inventory {

    private final ProductTable products;
    private final OrderTable orders;
    private final OrderNews news;

    Inventory(ProductTable products, OrderTable orders, OrderNews news) {
        this.news = news;
        this.products = products;
        this.orders = orders;
    }

    void completed(Order order, List<Step> steps, Instant now) {
        order.items().forEach(item -> completed(order, item, told(item, steps), now));
    }

    private void completed(Order order, OrderItem item, Map<String, String> results, Instant now) {
        switch (item.action()) {
            case ADD -> {
                long id = products.insert(order, item, results, trialUntil(item, now), now);
                orders.putProduct(item.id(), id);
                news.product(id, Happening.CREATE);
            }
            case CHANGE -> {
                products.change(item.product().orElseThrow(), order, item, results, now);
                news.product(item.product().orElseThrow(), Happening.CHANGE);
            }
            case TERMINATE -> {
                products.terminate(item.product().orElseThrow(), now);
                news.product(item.product().orElseThrow(), Happening.STATE);
            }
        }
    }

    private static Optional<Instant> trialUntil(OrderItem item, Instant now) {
        return item.trialDays().map(days -> now.plus(Duration.ofDays(days)));
    }

    /** What the done steps of an item told, the later ones over the earlier. */
    static Map<String, String> told(OrderItem item, List<Step> steps) {
        Map<String, String> told = new HashMap<>();
        steps.stream()
                .filter(step -> step.item() == item.id() && step.state() == Step.State.DONE)
                .forEach(step -> told.putAll(step.result()));
        return told;
    }
}
