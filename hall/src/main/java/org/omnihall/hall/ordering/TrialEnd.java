package org.omnihall.hall.ordering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.node.Apart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends trials whose time is over, by an order that takes back what was done for them (requirement D1). One that was kept is no trial. */
@Component
class TrialEnd {

    private static final Logger LOG = LoggerFactory.getLogger(TrialEnd.class);
    private static final int BATCH = 200;

    private final ProductTable products;
    private final OrderTable orders;
    private final OrderDesk desk;
    private final TransactionOperations transaction;
    private final Clock clock;

    TrialEnd(ProductTable products, OrderTable orders, OrderDesk desk, TransactionOperations transaction, Clock clock) {
        this.products = products;
        this.orders = orders;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every hour, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {

        @Bean
        static RecurringTask<Void> endOfTrials(TrialEnd end) {
            return Tasks.recurring("ordering.trials", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((task, context) -> end.end(end.clock.instant()));
        }
    }

    /** Ends all trials that are over at a moment, by orders of this minute; gives how many. One that cannot be ended stops no other. */
    int end(Instant at) {
        int ended = 0;
        long last = 0;
        List<Product> over;
        do {
            over = products.trialsOver(at, last, BATCH);
            for (Product product : over) {
                last = product.id();
                ended += isEnded(last, at) ? 1 : 0;
            }
        } while (over.size() == BATCH);
        LOG.info("{} trials were over at {}", ended, at);
        return ended;
    }

    /** What goes wrong is told; the trial is looked at again the next time. */
    private boolean isEnded(long id, Instant at) {
        return Apart.from(
                        () -> {
                            transaction.executeWithoutResult(status -> end(id, at));
                            return true;
                        },
                        cause -> LOG.warn("the trial of product {} cannot be ended", id, cause))
                .orElse(false);
    }

    private void end(long id, Instant at) {
        products.locked(id)
                .filter(product -> isOver(product, at) && !products.isBusy(id))
                .ifPresent(product -> {
                    Order began = orders.find(product.order()).orElseThrow();
                    order(product, began, at);
                });
    }

    /** Whether a product ends by itself at a moment. */
    static boolean isOver(Product product, Instant at) {
        return product.state() == ProductState.ACTIVE
                && product.trialUntil().filter(until -> !at.isBefore(until)).isPresent();
    }

    /** Each time that it is tried has a key of its own: an ending may have been called off before. */
    private void order(Product product, Order began, Instant at) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Placing placing = new Placing(
                new Placing.Client("system", "trial " + product.id() + " " + at),
                product.buyer(),
                Optional.empty(),
                began.channel(),
                began.journey(),
                List.of(Wish.terminate(product)));
        long id = orders.insert(placing, product.areaPath(), OrderState.DRAFT, now);
        OrderDesk.Ready ready = new OrderDesk.Ready(placing, desk.facts(placing, now), List.of(item(product)));
        desk.enter(orders.find(id).orElseThrow(), ready, By.system(began), now);
    }

    private static OrderItem item(Product product) {
        return new OrderItem(
                0,
                product.offering(),
                product.quantity(),
                ItemAction.TERMINATE,
                Map.of(),
                Optional.empty(),
                Optional.of(product.id()),
                Charges.NONE);
    }
}
