package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.node.Bell;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads orders through their steps. All that it knows is in tables: a node that dies leaves a lease that passes, and another goes on from
 * there. Of the outcomes of one step, only that of the last claim counts.
 */
@Component
class Fulfilment {

    /** A step with all that its port wants to know. */
    record Task(Step step, StepContext context) {}

    private final StepTable steps;
    private final OrderTable orders;
    private final OrderMoves moves;
    private final Tools tools;
    private final OrderingSettings settings;

    Fulfilment(StepTable steps, OrderTable orders, OrderMoves moves, Tools tools, OrderingSettings settings) {
        this.steps = steps;
        this.orders = orders;
        this.moves = moves;
        this.tools = tools;
        this.settings = settings;
    }

    /** What fulfilment is made of besides tables. */
    @Component
    record Tools(Planning planning, Inventory inventory, ProductTable products, Bell fulfilmentBell) {}

    @Bean
    static Bell fulfilmentBell() {
        return new Bell();
    }

    /** Begins with an acknowledged order that the caller holds. */
    void begin(Order order, Instant now) {
        tools.planning().lay(order);
        goOn(order, now);
    }

    /** Claims what is due; an order whose first step it is, is in progress from now on. */
    @Transactional
    public List<StepTable.Claimed> claim(int most, Instant now) {
        List<StepTable.Claimed> claimed = steps.claim(most, now, settings.lease());
        claimed.forEach(one -> {
            Order order = orders.find(one.order()).orElseThrow();
            if (order.state() == OrderState.ACKNOWLEDGED) {
                moves.move(order, OrderState.IN_PROGRESS, By.system(order), "", now);
            }
        });
        return claimed;
    }

    /** What there is to do under a claim; nothing where the claim is over. */
    @Transactional(readOnly = true)
    public Optional<Task> task(StepTable.Claimed claimed, Instant now) {
        if (!steps.holds(claimed)) {
            return Optional.empty();
        }
        Order order = orders.find(claimed.order()).orElseThrow();
        List<Step> all = steps.of(order.id());
        Step step = all.stream()
                .filter(one -> one.id() == claimed.step())
                .findFirst()
                .orElseThrow();
        return Optional.of(new Task(step, context(order, step, all, now)));
    }

    /** Writes an outcome down and looks what is next. The outcome of a claim that is over is not looked at. */
    @Transactional
    public void report(StepTable.Claimed claimed, StepOutcome outcome, Instant now) {
        Order order = orders.locked(claimed.order()).orElseThrow();
        if (!steps.holds(claimed)) {
            return;
        }
        Step step = steps.of(order.id()).stream()
                .filter(one -> one.id() == claimed.step())
                .findFirst()
                .orElseThrow();
        Report report = Report.of(step, order.state(), outcome, settings, now);
        steps.put(step.id(), report);
        if (outcome instanceof StepOutcome.Later) {
            steps.forgiveTry(step.id());
        }
        Order next = report.order()
                .map(state -> turned(order, state, step.kind() + ": " + report.reason(), now))
                .orElse(order);
        if (report.due().isEmpty()) {
            goOn(next, now);
        }
    }

    /** Takes back what an order in progress has done; the caller holds it. */
    Order cancel(Order order, By by, String remark, Instant now) {
        Order next = moves.move(order, OrderState.CANCELLING, by, remark, now);
        steps.skipWaiting(order.id());
        goOn(next, now);
        return orders.find(order.id()).orElseThrow();
    }

    /** What has been laid out is not begun any more. */
    void drop(long order) {
        steps.skipWaiting(order);
    }

    /** Goes on with an order that was held; the caller holds its row. */
    Order retry(Order order, By by, Instant now) {
        List<Step> all = steps.of(order.id());
        boolean undoing = all.stream().anyMatch(step -> step.state() == Step.State.UNDOING);
        OrderState state = undoing ? backTo(order) : OrderState.IN_PROGRESS;
        all.stream()
                .filter(step -> step.state() == Step.State.UNDOING)
                .forEach(step -> steps.restart(step.id(), Step.State.UNDOING));
        all.stream()
                .filter(step -> !undoing && step.state() == Step.State.FAILED)
                .forEach(step -> steps.restart(step.id(), Step.State.WAITING));
        goOn(moves.move(order, state, by, "", now), now);
        return orders.find(order.id()).orElseThrow();
    }

    List<Step> steps(long order) {
        return steps.of(order);
    }

    private static OrderState backTo(Order order) {
        return order.fault().isEmpty() ? OrderState.CANCELLING : OrderState.COMPENSATING;
    }

    private Order turned(Order order, OrderState state, String fault, Instant now) {
        if (state == OrderState.COMPENSATING) {
            orders.putFault(order.id(), fault);
            Order next = moves.move(order, state, By.system(order), fault, now);
            steps.skipWaiting(order.id());
            return next;
        }
        return moves.move(order, state, By.system(order), fault, now);
    }

    private void goOn(Order order, Instant now) {
        List<Step> all = steps.of(order.id());
        switch (Plan.next(order.state(), all)) {
            case Plan.Next.Do next -> steps.due(next.step().id(), next.state(), now);
            case Plan.Next.End end -> end(order, end.state(), all, now);
            case Plan.Next.Nothing nothing -> {}
        }
        tools.fulfilmentBell().ringAfterCommit();
    }

    private void end(Order order, OrderState state, List<Step> all, Instant now) {
        Order last = order;
        if (state == OrderState.COMPLETED) {
            last = order.state() == OrderState.ACKNOWLEDGED
                    ? moves.move(order, OrderState.IN_PROGRESS, By.system(order), "", now)
                    : order;
            tools.inventory().completed(last, all, now);
        }
        moves.move(last, state, By.system(order), order.fault(), now);
    }

    private StepContext context(Order order, Step step, List<Step> all, Instant now) {
        OrderItem item = order.items().stream()
                .filter(one -> one.id() == step.item())
                .findFirst()
                .orElseThrow();
        Map<String, String> results = new HashMap<>();
        item.product().flatMap(tools.products()::find).ifPresent(product -> results.putAll(product.results()));
        results.putAll(Inventory.told(item, all));
        results.putAll(step.result());
        return new StepContext(step.key(), order, item, step.offering(), results, now);
    }
}
