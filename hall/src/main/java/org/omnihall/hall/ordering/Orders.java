package org.omnihall.hall.ordering;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.ordering.OrderChange.Done;
import org.omnihall.hall.ordering.Placement.Placed;
import org.omnihall.hall.ordering.Placement.Refused;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of orders, the same for every channel (requirements D1, D3): console, halls and interfaces place them here, and what a channel may
 * not complete is refused here. Once an order is given back, it is durable.
 */
@Component
public class Orders {

    private final OrderTable table;
    private final OrderDesk desk;
    private final OrderMoves moves;
    private final Records records;
    private final Fulfilment fulfilment;
    private final Clock clock;

    Orders(OrderTable table, OrderDesk desk, OrderMoves moves, Records records, Fulfilment fulfilment, Clock clock) {
        this.table = table;
        this.desk = desk;
        this.moves = moves;
        this.records = records;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** What is asked besides the order itself. */
    @Component
    record Records(OrderEvents events, PaymentTable payments, UserLogins logins, BillingAccounts accounts) {}

    /** Places an order; the same key gives the same order. */
    @Transactional
    public Placement place(Placing placing) {
        table.holdKey(placing.client());
        Optional<Long> before = table.byKey(placing.client());
        if (before.isPresent()) {
            return again(before.get(), placing);
        }
        table.holdBuyer(placing.buyer());
        Instant now = now();
        PlacingRules.Facts facts = desk.facts(placing, now);
        Optional<Refused> refused = PlacingRules.refuses(facts);
        if (refused.isPresent()) {
            return refused.get();
        }
        long id = table.insert(placing, desk.areaPath(placing), OrderState.DRAFT, now);
        OrderDesk.Ready ready = new OrderDesk.Ready(placing, facts, desk.priced(facts, now));
        return new Placed(desk.enter(table.find(id).orElseThrow(), ready, by(placing), now));
    }

    public Optional<Order> find(long id) {
        return table.find(id);
    }

    /** The order as it is until the caller's transaction ends. */
    public Optional<Order> held(long id) {
        return table.locked(id);
    }

    /** Carts are in it as well as orders; the newest first. */
    public Slice<Order> list(OrderFilter filter, Paging paging) {
        return table.list(filter, paging);
    }

    /** What a buyer has begun and what has not ended, the newest first; carts that hold something are in it. At most so many. */
    public List<Order> running(Buyer buyer, int most) {
        return table.running(buyer, most);
    }

    /** What happened to an order, the oldest first. */
    public List<OrderEvent> history(long id) {
        return records.events().of(id);
    }

    /** The steps of its fulfilment; none before it begins. */
    public List<Step> steps(long id) {
        return fulfilment.steps(id);
    }

    public Optional<Payment> payment(long id) {
        return records.payments().of(id);
    }

    /** An administrator of the company agrees; without his login it is refused. */
    @Transactional
    public OrderChange approve(long id, By by) {
        return decided(
                id,
                by,
                order -> new Done(
                        desk.arrive(order, OrderFlow.waitingFor(false, order.dueNowFen() > 0), by, "", now())));
    }

    /** An administrator of the company does not agree. */
    @Transactional
    public OrderChange reject(long id, String remark, By by) {
        return decided(id, by, order -> new Done(moves.move(order, OrderState.REJECTED, by, remark, now())));
    }

    /**
     * What is due before the work is paid, by a login that holds the role for money, or at a counter. The same payment again changes nothing.
     *
     * @param fen must be what is due
     * @param reference the other side's name of the payment; for {@code ACCOUNT} it is not looked at
     */
    @Transactional
    public OrderChange pay(long id, Payment.Method method, long fen, String reference, By by) {
        Optional<Order> held = table.locked(id);
        if (held.isEmpty()) {
            return OrderChange.refused(Refusal.UNKNOWN);
        }
        Order order = held.get();
        String name = method == Payment.Method.ACCOUNT ? "order " + id : reference;
        Optional<Payment> before = records.payments().of(id);
        if (before.isPresent()) {
            boolean same =
                    before.get().method() == method && before.get().reference().equals(name);
            return same ? new Done(order) : OrderChange.refused(Refusal.ALREADY_PAID);
        }
        Optional<Refusal> refusal = refusesPayment(order, method, fen, by);
        if (refusal.isPresent()) {
            return OrderChange.refused(refusal.get());
        }
        if (!records.payments().insert(order, method, name, by.actor(), now())) {
            return OrderChange.refused(Refusal.ALREADY_PAID);
        }
        return new Done(desk.arrive(order, OrderState.ACKNOWLEDGED, by, "", now()));
    }

    /** Why a payment of what is due would be refused now; asked before a cashier takes money for it. */
    public Optional<Refusal> refusesPayment(long id, Payment.Method method, By by) {
        return table.find(id)
                .map(order -> refusesPayment(order, method, order.dueNowFen(), by))
                .orElse(Optional.of(Refusal.UNKNOWN));
    }

    /** Ends an order before its end; what was done is taken back. What ends a product is not called off once it has begun. */
    @Transactional
    public OrderChange cancel(long id, String remark, By by) {
        Optional<Order> held = table.locked(id);
        if (held.isEmpty()) {
            return OrderChange.refused(Refusal.UNKNOWN);
        }
        Order order = held.get();
        if (lacks(order, by, UserLogin.Role.BUYER, UserLogin.Role.ADMIN)) {
            return OrderChange.refused(Refusal.ROLE_MISSING);
        }
        if (!order.canBeCancelled()) {
            return OrderChange.refused(Refusal.NOT_NOW);
        }
        if (order.state() == OrderState.IN_PROGRESS) {
            return new Done(fulfilment.cancel(order, by, remark, now()));
        }
        fulfilment.drop(order.id());
        return new Done(moves.move(order, OrderState.CANCELLED, by, remark, now()));
    }

    /** Tries again what an order is held by. */
    @Transactional
    public OrderChange retry(long id, By by) {
        Optional<Order> held = table.locked(id);
        if (held.isEmpty()) {
            return OrderChange.refused(Refusal.UNKNOWN);
        }
        if (lacks(held.get(), by, UserLogin.Role.BUYER, UserLogin.Role.ADMIN)) {
            return OrderChange.refused(Refusal.ROLE_MISSING);
        }
        return held.get().state() == OrderState.HELD
                ? new Done(fulfilment.retry(held.get(), by, now()))
                : OrderChange.refused(Refusal.NOT_NOW);
    }

    private interface Decision {
        OrderChange of(Order order);
    }

    private OrderChange decided(long id, By by, Decision decision) {
        Optional<Order> held = table.locked(id);
        if (held.isEmpty()) {
            return OrderChange.refused(Refusal.UNKNOWN);
        }
        if (held.get().state() != OrderState.PENDING_APPROVAL) {
            return OrderChange.refused(Refusal.NOT_NOW);
        }
        if (by.user().isEmpty() || lacks(held.get(), by, UserLogin.Role.ADMIN)) {
            return OrderChange.refused(Refusal.ROLE_MISSING);
        }
        return decision.of(held.get());
    }

    private Optional<Refusal> refusesPayment(Order order, Payment.Method method, long fen, By by) {
        if (order.state() != OrderState.PENDING_PAYMENT) {
            return Optional.of(Refusal.NOT_NOW);
        }
        if (lacks(order, by, UserLogin.Role.FINANCE)) {
            return Optional.of(Refusal.ROLE_MISSING);
        }
        if (fen != order.dueNowFen()) {
            return Optional.of(Refusal.SUM_WRONG);
        }
        return method == Payment.Method.ACCOUNT ? refusesAccount(order) : Optional.empty();
    }

    private Optional<Refusal> refusesAccount(Order order) {
        Optional<BillingAccount> account = order.account().flatMap(records.accounts()::find);
        if (account.isEmpty()) {
            return Optional.of(Refusal.ACCOUNT_UNKNOWN);
        }
        if (account.get().state() != BillingAccount.State.ACTIVE) {
            return Optional.of(Refusal.ACCOUNT_NOT_ACTIVE);
        }
        return account.get().form() == BillingAccount.Form.POSTPAID
                ? Optional.empty()
                : Optional.of(Refusal.ACCOUNT_PREPAID);
    }

    /** Whether a login acts that may not. */
    private boolean lacks(Order order, By by, UserLogin.Role... roles) {
        return by.user()
                .filter(user -> switch (order.buyer()) {
                    case Buyer.Person person -> true;
                    case Buyer.Firm firm ->
                        records.logins()
                                .find(user)
                                .filter(one -> Roles.holds(one, firm, roles))
                                .isEmpty();
                })
                .isPresent();
    }

    private Placement again(long id, Placing placing) {
        return table.asked(id).equals(placing.canonical())
                ? new Placed(table.find(id).orElseThrow())
                : new Refused(Refusal.KEY_REUSED, "");
    }

    private static By by(Placing placing) {
        return new By(
                placing.client().actor(),
                switch (placing.buyer()) {
                    case Buyer.Person person -> Optional.empty();
                    case Buyer.Firm firm -> firm.user();
                },
                placing.channel());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
