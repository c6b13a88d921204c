package org.omnihall.hall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.ordering.OrderChange.Done;
import org.omnihall.hall.ordering.Placement.Placed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carts and quotes: orders that are not placed yet. One that a manager began is gone on with online or in a shop (requirement D3): what was
 * chosen and answered is not asked again, and all contacts are of one journey.
 */
@Component
public class Carts {

    private final OrderTable table;
    private final OrderDesk desk;
    private final OrderMoves moves;
    private final Clock clock;

    Carts(OrderTable table, OrderDesk desk, OrderMoves moves, Clock clock) {
        this.table = table;
        this.desk = desk;
        this.moves = moves;
        this.clock = clock;
    }

    /** Begins a cart; it may be empty, and its questions unanswered. The same key gives the same cart. */
    @Transactional
    public Placement begin(Placing placing) {
        table.holdKey(placing.client());
        Optional<Long> before = table.byKey(placing.client());
        if (before.isPresent()) {
            return table.asked(before.get()).equals(placing.canonical())
                    ? new Placed(table.find(before.get()).orElseThrow())
                    : new Placement.Refused(Refusal.KEY_REUSED, "");
        }
        Instant now = now();
        PlacingRules.Facts facts = desk.facts(placing, now);
        Optional<Placement.Refused> refused = PlacingRules.refusesCart(facts);
        if (refused.isPresent()) {
            return refused.get();
        }
        long id = table.insert(placing, desk.areaPath(placing), OrderState.DRAFT, now);
        put(id, facts, now);
        return new Placed(moves.told(id, By.staff(placing.client().actor(), placing.channel()), "cart", now));
    }

    /** Puts these wishes in the place of those before; a promise of prices ends. */
    @Transactional
    public OrderChange put(long cart, List<Wish> wishes, By by) {
        return changed(cart, by, Optional.of(wishes), (draft, facts, now) -> {
            Optional<Placement.Refused> refused = PlacingRules.refusesCart(facts);
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            put(cart, facts, now);
            table.putChannel(cart, facts.placing(), Optional.empty(), now);
            return new Done(moves.told(cart, by, "cart", now));
        });
    }

    /** Promises today's prices until a moment; only what could be placed now is promised. */
    @Transactional
    public OrderChange quote(long cart, Instant until, By by) {
        return changed(cart, by, Optional.empty(), (draft, facts, now) -> {
            Optional<Placement.Refused> refused = PlacingRules.refuses(facts);
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            if (!until.isAfter(now)) {
                return OrderChange.refused(Refusal.NOT_NOW);
            }
            put(cart, facts, now);
            table.putChannel(cart, facts.placing(), Optional.of(until), now);
            return new Done(moves.told(cart, by, "quote", now));
        });
    }

    /** Places what is in the cart, at the promised prices where the promise still holds. */
    @Transactional
    public OrderChange place(long cart, By by) {
        return changed(cart, by, Optional.empty(), (draft, facts, now) -> {
            Optional<Placement.Refused> refused = PlacingRules.refuses(facts);
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            boolean promised = draft.quotedUntil().filter(now::isBefore).isPresent();
            List<OrderItem> items = promised ? draft.items() : desk.priced(facts, now);
            return new Done(desk.enter(draft, new OrderDesk.Ready(facts.placing(), facts, items), by, now));
        });
    }

    private interface Act {
        OrderChange on(Order draft, PlacingRules.Facts facts, Instant now);
    }

    /** @param wishes instead of those that are in it; nothing where those are meant */
    private OrderChange changed(long cart, By by, Optional<List<Wish>> wishes, Act act) {
        Optional<Order> held = table.locked(cart);
        if (held.isEmpty() || held.get().state() != OrderState.DRAFT) {
            return OrderChange.refused(held.isEmpty() ? Refusal.UNKNOWN : Refusal.NOT_NOW);
        }
        Order draft = held.get();
        table.holdBuyer(draft.buyer());
        Instant now = now();
        Placing placing = new Placing(
                new Placing.Client(by.actor(), "cart " + cart),
                as(draft.buyer(), by),
                draft.account(),
                by.channel(),
                draft.journey(),
                wishes.orElseGet(
                        () -> draft.items().stream().map(OrderItem::wish).toList()));
        return act.on(draft, desk.facts(placing, now), now);
    }

    private static Buyer as(Buyer buyer, By by) {
        return switch (buyer) {
            case Buyer.Person person -> person;
            case Buyer.Firm firm -> new Buyer.Firm(firm.company(), by.user());
        };
    }

    private void put(long cart, PlacingRules.Facts facts, Instant now) {
        List<OrderItem> items = desk.priced(facts, now);
        long due = OrderFlow.dueNowFen(
                OrderFlow.sum(items.stream().map(OrderItem::charges).toList()), facts.account());
        table.putItems(cart, items, due, false);
    }

    private static OrderChange refused(Placement.Refused refused) {
        return new OrderChange.Refused(refused.reason(), refused.detail());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
