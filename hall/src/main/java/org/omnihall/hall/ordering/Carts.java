package org.omnihall.hall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        put(id, List.of(), facts, now);
        return new Placed(moves.told(id, By.staff(placing.client().actor(), placing.channel()), "cart", now));
    }

    /**
     * Puts other wishes in the place of those that are in it at that moment, whoever put them in; a promise of prices ends. Items whose wish
     * stays keep their ids.
     *
     * @param edit nothing where what is there now does not let it: then nothing is changed
     */
    @Transactional
    public OrderChange change(long cart, Function<List<OrderItem>, Optional<List<Wish>>> edit, By by) {
        return changed(cart, by, edit, (draft, facts, now) -> {
            Optional<Placement.Refused> refused = PlacingRules.refusesCart(facts);
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            put(cart, draft.items(), facts, now);
            table.putChannel(cart, facts.placing(), Optional.empty(), now);
            return new Done(moves.told(cart, by, "cart", now));
        });
    }

    /** Promises today's prices until a moment; only what could be placed now is promised. */
    @Transactional
    public OrderChange quote(long cart, Instant until, By by) {
        return changed(cart, by, Carts::asTheyAre, (draft, facts, now) -> {
            Optional<Placement.Refused> refused = PlacingRules.refuses(facts);
            if (refused.isPresent()) {
                return refused(refused.get());
            }
            if (!until.isAfter(now)) {
                return OrderChange.refused(Refusal.NOT_NOW);
            }
            put(cart, draft.items(), facts, now);
            table.putChannel(cart, facts.placing(), Optional.of(until), now);
            return new Done(moves.told(cart, by, "quote", now));
        });
    }

    /** Places what is in the cart, at the promised prices where the promise still holds. */
    @Transactional
    public OrderChange place(long cart, By by) {
        return changed(cart, by, Carts::asTheyAre, (draft, facts, now) -> {
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

    private OrderChange changed(long cart, By by, Function<List<OrderItem>, Optional<List<Wish>>> edit, Act act) {
        Optional<Order> held = table.locked(cart);
        if (held.isEmpty() || held.get().state() != OrderState.DRAFT) {
            return OrderChange.refused(held.isEmpty() ? Refusal.UNKNOWN : Refusal.NOT_NOW);
        }
        Order draft = held.get();
        Optional<List<Wish>> wishes = edit.apply(draft.items());
        if (wishes.isEmpty()) {
            return OrderChange.refused(Refusal.NOT_NOW);
        }
        table.holdBuyer(draft.buyer());
        Instant now = now();
        Placing placing = new Placing(
                new Placing.Client(by.actor(), "cart " + cart),
                as(draft.buyer(), by),
                draft.account(),
                by.channel(),
                draft.journey(),
                wishes.get());
        return act.on(draft, desk.facts(placing, now), now);
    }

    private static Optional<List<Wish>> asTheyAre(List<OrderItem> items) {
        return Optional.of(items.stream().map(OrderItem::wish).toList());
    }

    private static Buyer as(Buyer buyer, By by) {
        return switch (buyer) {
            case Buyer.Person person -> person;
            case Buyer.Firm firm -> new Buyer.Firm(firm.company(), by.user());
        };
    }

    private void put(long cart, List<OrderItem> before, PlacingRules.Facts facts, Instant now) {
        List<OrderItem> items = kept(before, desk.priced(facts, now));
        long due = OrderFlow.dueNowFen(
                OrderFlow.sum(items.stream().map(OrderItem::charges).toList()), facts.account());
        table.putItems(cart, items, due, false);
    }

    /** The items now, with the ids of those before where they are the same wish. */
    private static List<OrderItem> kept(List<OrderItem> before, List<OrderItem> now) {
        List<OrderItem> free = new ArrayList<>(before);
        List<OrderItem> kept = new ArrayList<>();
        for (OrderItem item : now) {
            Optional<OrderItem> same =
                    free.stream().filter(one -> one.wish().equals(item.wish())).findFirst();
            same.ifPresent(free::remove);
            kept.add(same.map(one -> item.with(one.id())).orElse(item));
        }
        return kept;
    }

    private static OrderChange refused(Placement.Refused refused) {
        return new OrderChange.Refused(refused.reason(), refused.detail());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
