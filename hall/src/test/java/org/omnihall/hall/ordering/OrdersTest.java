package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.CustomerCard;
import org.omnihall.hall.interaction.Journeys;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Orders from placing to product, on all channels, with three steps that are done at once (requirements D1, D3, B16). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class OrdersTest {

    private static final String SIMPLE = "order-standard";

    private final World world;
    private final Orders orders;
    private final Carts carts;
    private final Products products;
    private final ApprovalLimits limits;
    private final TrialEnd trialEnd;
    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationContext hall;
    private final Deeds deeds;

    @Autowired
    OrdersTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.carts = hall.getBean(Carts.class);
        this.products = hall.getBean(Products.class);
        this.limits = hall.getBean(ApprovalLimits.class);
        this.trialEnd = hall.getBean(TrialEnd.class);
        this.db = hall.getBean(JdbcClient.class);
        this.clock = hall.getBean(Clock.class);
        this.deeds = hall.getBean(Deeds.class);
    }

    @Test
    void becomesAProductAtThePriceOfTheOrder() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one", "test.two");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 2, Map.of("mood", "good")));
        world.price(wifi, Price.Kind.MONTHLY, 12_900);
        assertThat(order.dueNowFen()).isZero();
        Product product = productOf(completed(order));
        assertThat(product.charges().monthlyFen()).isEqualTo(19_800);
        assertThat(product.quantity()).isEqualTo(2);
        assertThat(product.answers()).containsEntry("mood", "good");
        assertThat(product.results()).containsOnlyKeys("test.one", "test.two");
        assertThat(product.trialUntil()).isEmpty();
        assertThat(products.list(ProductFilter.of(cafe.served()), Paging.first())
                        .rows())
                .containsExactly(product);
        assertThat(orders.history(order.id()).stream().map(OrderEvent::state))
                .containsExactly(OrderState.ACKNOWLEDGED, OrderState.IN_PROGRESS, OrderState.COMPLETED);
        assertThat(hall.getBean(Journeys.class).of(order.journey()).stream()
                        .map(one -> one.contact().outcome()))
                .containsExactly("ACKNOWLEDGED", "IN_PROGRESS", "COMPLETED");
    }

    @Test
    void isTheSameOrderUnderTheSameKeyHoweverManyComeAtOnce() throws InterruptedException, ExecutionException {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one");
        Placing placing =
                world.placing(cafe.by(cafe.buyer()), world.channel("web-hall"), Wish.trial(wifi, 1, Map.of()));
        List<Callable<Placement>> same = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            same.add(() -> orders.place(placing));
        }
        Set<Long> ids = new HashSet<>();
        together(same)
                .forEach(placement ->
                        ids.add(((Placement.Placed) placement).order().id()));
        assertThat(ids).hasSize(1);
        Placing other = new Placing(
                placing.client(),
                placing.buyer(),
                Optional.empty(),
                placing.channel(),
                placing.journey(),
                List.of(Wish.add(wifi, 2, Map.of())));
        assertThat(orders.place(other)).isEqualTo(new Placement.Refused(Refusal.KEY_REUSED, ""));
    }

    @Test
    void refusesSensitiveBusinessOutsideAnOwnStoreOnEveryPath() {
        World.Cafe cafe = billed();
        String papers = world.offering("real-name", 0, 0, "test.one");
        Wish wish = Wish.add(papers, 1, Map.of());
        List<ChannelId> elsewhere = List.of(
                world.channel("web-hall"),
                world.channel("hotline"),
                world.channel(ChannelKind.AGENT_POINT),
                world.channel(ChannelKind.MANAGER));
        ChannelId store = world.channel(ChannelKind.HALL);
        for (ChannelId channel : elsewhere) {
            Placement.Refused refused = new Placement.Refused(Refusal.SENSITIVE_OUTSIDE_OWN_STORE, papers);
            assertThat(orders.place(world.placing(cafe.served(), channel, wish)))
                    .isEqualTo(refused);
            Order cart = cart(carts.begin(world.placing(cafe.served(), store, wish)));
            assertThat(carts.place(cart.id(), By.staff("LI", channel)))
                    .isEqualTo(new OrderChange.Refused(Refusal.SENSITIVE_OUTSIDE_OWN_STORE, papers));
        }
        assertThat(orders.place(world.placing(cafe.served(), store, wish))).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void refusesWhatIsWrongWithTheReason() {
        World.Cafe cafe = billed();
        World.Cafe other = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one");
        Buyer buyer = cafe.by(cafe.buyer());
        assertThat(refusal(buyer)).isEqualTo(Refusal.NO_ITEMS);
        assertThat(refusal(buyer, Wish.add("no-such-thing", 1, Map.of()))).isEqualTo(Refusal.OFFERING_UNKNOWN);
        assertThat(refusal(buyer, Wish.add(wifi, 11, Map.of()))).isEqualTo(Refusal.QUANTITY_OUTSIDE);
        assertThat(refusal(buyer, Wish.add(wifi, 10, Map.of()))).isNull();
        assertThat(refusal(buyer, Wish.add(wifi, 1, Map.of("colour", "red")))).isEqualTo(Refusal.ANSWER_WRONG);
        assertThat(refusal(cafe.by(other.buyer()), Wish.add(wifi, 1, Map.of()))).isEqualTo(Refusal.ROLE_MISSING);
        assertThat(refusal(new Buyer.Firm(1L << 40, Optional.empty()), Wish.add(wifi, 1, Map.of())))
                .isEqualTo(Refusal.BUYER_UNKNOWN);
        Placing nowhere = world.placing(buyer, new ChannelId(1L << 40), Wish.add(wifi, 1, Map.of()));
        assertThat(orders.place(nowhere)).isEqualTo(new Placement.Refused(Refusal.CHANNEL_UNKNOWN, ""));
        Placing foreign = new Placing(
                new Placing.Client("LI", "foreign"),
                buyer,
                Optional.of(world.account(other, BillingAccount.Form.POSTPAID)),
                world.channel("web-hall"),
                nowhere.journey(),
                List.of(Wish.add(wifi, 1, Map.of())));
        assertThat(orders.place(foreign)).isEqualTo(new Placement.Refused(Refusal.ACCOUNT_UNKNOWN, ""));
    }

    @Test
    void waitsForTheAdministratorThenForTheMoney() {
        World.Cafe cafe = billed();
        limits.set(cafe.id(), Optional.of(5_000L), "LI");
        String wifi = world.offering(SIMPLE, 1_000, 9_900, "test.one");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, Map.of()));
        assertThat(order.state()).isEqualTo(OrderState.PENDING_APPROVAL);
        By wang = new By("wang", Optional.of(cafe.buyer()), world.channel("web-hall"));
        By li = new By("li", Optional.of(cafe.administrator()), world.channel("web-hall"));
        assertThat(orders.approve(order.id(), wang)).isEqualTo(OrderChange.refused(Refusal.ROLE_MISSING));
        assertThat(orders.approve(order.id(), By.staff("clerk", world.channel("web-hall"))))
                .isEqualTo(OrderChange.refused(Refusal.ROLE_MISSING));
        assertThat(state(orders.approve(order.id(), li))).isEqualTo(OrderState.PENDING_PAYMENT);
        Payment.Method cashier = Payment.Method.CASHIER;
        assertThat(orders.pay(order.id(), cashier, 1_000, "p-1", wang))
                .isEqualTo(OrderChange.refused(Refusal.ROLE_MISSING));
        assertThat(orders.pay(order.id(), cashier, 999, "p-1", li)).isEqualTo(OrderChange.refused(Refusal.SUM_WRONG));
        assertThat(orders.pay(order.id(), cashier, 1_000, "p-1", li)).isInstanceOf(OrderChange.Done.class);
        assertThat(orders.pay(order.id(), cashier, 1_000, "p-1", li)).isInstanceOf(OrderChange.Done.class);
        assertThat(orders.pay(order.id(), cashier, 1_000, "p-2", li))
                .isEqualTo(OrderChange.refused(Refusal.ALREADY_PAID));
        completed(order);
        assertThat(orders.payment(order.id()).orElseThrow().fen()).isEqualTo(1_000);
        Order another = world.placed(cafe.by(cafe.administrator()), Wish.add(wifi, 1, Map.of()));
        assertThat(another.state()).isEqualTo(OrderState.PENDING_PAYMENT);
        assertThat(orders.pay(another.id(), cashier, 1_000, "p-1", li))
                .isEqualTo(OrderChange.refused(Refusal.ALREADY_PAID));
        assertThat(orders.pay(another.id(), Payment.Method.ACCOUNT, 1_000, "", li))
                .isInstanceOf(OrderChange.Done.class);
    }

    @Test
    void isRejectedByTheAdministrator() {
        World.Cafe cafe = billed();
        limits.set(cafe.id(), Optional.of(0L), "LI");
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one");
        Order order = world.placed(cafe.served(), Wish.add(wifi, 1, Map.of()));
        By li = new By("li", Optional.of(cafe.administrator()), world.channel("web-hall"));
        assertThat(state(orders.reject(order.id(), "too dear", li))).isEqualTo(OrderState.REJECTED);
        assertThat(orders.approve(order.id(), li)).isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
        assertThat(db.sql("select count(*) from audit.entry where act = 'order.rejected' and subject = ?")
                        .param("order:" + order.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void goesOnInAShopWithWhatAManagerBegan() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one");
        ChannelId manager = world.channel(ChannelKind.MANAGER);
        Order cart = cart(carts.begin(world.placing(cafe.served(), manager, Wish.add(wifi, 1, Map.of()))));
        Instant until = clock.instant().plus(Duration.ofDays(7));
        assertThat(carts.quote(cart.id(), until, By.staff("manager", manager))).isInstanceOf(OrderChange.Done.class);
        world.price(wifi, Price.Kind.MONTHLY, 12_900);
        ChannelId shop = world.channel(ChannelKind.HALL);
        Order order = order(carts.place(cart.id(), By.staff("clerk", shop)));
        assertThat(order.id()).isEqualTo(cart.id());
        assertThat(order.monthlyFen()).isEqualTo(9_900);
        assertThat(order.channel()).isEqualTo(shop);
        assertThat(hall.getBean(Journeys.class).of(cart.journey()).stream()
                        .map(one -> one.contact().channel()))
                .contains(manager, shop);
        assertThat(carts.put(cart.id(), List.of(), By.staff("clerk", shop)))
                .isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
        completed(order);
    }

    @Test
    void pricesACartAnewWhenNothingWasPromised() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one");
        ChannelId web = world.channel("web-hall");
        Order cart = cart(carts.begin(world.placing(cafe.by(cafe.buyer()), web)));
        By wang = new By("wang", Optional.of(cafe.buyer()), web);
        assertThat(order(carts.put(cart.id(), List.of(Wish.add(wifi, 3, Map.of())), wang))
                        .monthlyFen())
                .isEqualTo(29_700);
        world.price(wifi, Price.Kind.MONTHLY, 12_900);
        assertThat(order(carts.place(cart.id(), wang)).monthlyFen()).isEqualTo(38_700);
    }

    @Test
    void isTriedOnceAndEndsByItself() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 1_000, 9_900, "test.one", "test.two");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, Map.of()));
        assertThat(order.dueNowFen()).isZero();
        Product product = productOf(completed(order));
        Instant until = product.trialUntil().orElseThrow();
        assertThat(until).isEqualTo(product.startedAt().plus(Duration.ofDays(14)));
        assertThat(refusal(cafe.by(cafe.administrator()), Wish.trial(wifi, 1, Map.of())))
                .isEqualTo(Refusal.TRIED_BEFORE);
        Set<String> keys = Set.copyOf(product.results().values());
        assertThat(deeds.done).containsAll(keys);
        trialEnd.end(until.minusNanos(1_000));
        assertThat(products.find(product.id()).orElseThrow().state()).isEqualTo(ProductState.ACTIVE);
        trialEnd.end(until);
        trialEnd.end(until);
        Eventually.holds(
                "the trial ends",
                () -> products.find(product.id()).orElseThrow().state() == ProductState.TERMINATED);
        assertThat(deeds.done).doesNotContainAnyElementsOf(keys);
        assertThat(db.sql("select count(*) from ordering.order_item where product_id = ? and action = 'TERMINATE'")
                        .param(product.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsAProductThatWasTried() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one", "test.two");
        Product tried = productOf(completed(world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, Map.of()))));
        completed(world.placed(cafe.by(cafe.buyer()), Wish.change(tried, 2, Map.of())));
        Product kept = products.find(tried.id()).orElseThrow();
        assertThat(kept.trialUntil()).isEmpty();
        assertThat(kept.charges().monthlyFen()).isEqualTo(19_800);
        assertThat(kept.quantity()).isEqualTo(2);
        trialEnd.end(tried.trialUntil().orElseThrow().plusSeconds(1));
        assertThat(products.find(tried.id()).orElseThrow().state()).isEqualTo(ProductState.ACTIVE);
    }

    @Test
    void takesBackWhatWasDoneWhereAStepCannotBe() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        for (String mood : List.of("impossible", "failing", "breaking")) {
            Order order = world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, World.mood(mood)));
            ended(order, OrderState.FAILED);
            assertThat(orders.find(order.id()).orElseThrow().fault()).startsWith("test.three: ");
            assertThat(orders.steps(order.id()).stream().map(Step::state)).containsOnly(Step.State.UNDONE);
            orders.steps(order.id()).forEach(step -> assertThat(deeds.done).doesNotContain(step.key()));
        }
        assertThat(products.list(ProductFilter.of(cafe.served()), Paging.first())
                        .rows())
                .isEmpty();
    }

    @Test
    void isHeldWhereSomethingCannotBeTakenBackUntilAPersonTriesAgain() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, World.mood("stubborn")));
        ended(order, OrderState.HELD);
        By clerk = By.staff("clerk", world.channel("web-hall"));
        deeds.stubborn = false;
        assertThat(orders.retry(order.id(), clerk)).isInstanceOf(OrderChange.Done.class);
        ended(order, OrderState.FAILED);
        deeds.stubborn = true;
        assertThat(orders.retry(order.id(), clerk)).isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
    }

    @Test
    void isCancelledOnTheWay() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, World.mood("waiting")));
        Eventually.holds(
                "the third step waits",
                () -> orders.steps(order.id()).getLast().reason().equals("nobody there"));
        By wang = new By("wang", Optional.of(cafe.buyer()), world.channel("web-hall"));
        assertThat(orders.cancel(order.id(), "changed my mind", wang)).isInstanceOf(OrderChange.Done.class);
        ended(order, OrderState.CANCELLED);
        orders.steps(order.id()).forEach(step -> assertThat(deeds.done).doesNotContain(step.key()));
        assertThat(orders.cancel(order.id(), "", wang)).isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
        assertThat(orders.find(order.id()).orElseThrow().fault()).isEmpty();
    }

    @Test
    void isOnTheCardOfASubscriber() {
        long li = hall.getBean(Subscribers.class).idOf(new Msisdn("13957190199"));
        String plan = world.offering(SIMPLE, 0, 0, "test.one");
        completed(world.placed(new Buyer.Person(li), Wish.add(plan, 1, Map.of())));
        CustomerCard card = hall.getBean(Cards.class)
                .of(li, SomeChannel.of("some", ChannelKind.HALL, "/"))
                .orElseThrow();
        assertThat(card.state())
                .extracting(StateLine::kind, StateLine::product, StateLine::state)
                .containsExactly(tuple(StateLine.Kind.PRODUCT, plan, "ACTIVE"));
    }

    @Test
    void isInOneOrderAtATime() throws InterruptedException, ExecutionException {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 1_000, 9_900, "test.one");
        Order first = world.placed(cafe.by(cafe.administrator()), Wish.add(wifi, 1, Map.of()));
        By li = new By("li", Optional.of(cafe.administrator()), world.channel("web-hall"));
        orders.pay(first.id(), Payment.Method.ACCOUNT, 1_000, "", li);
        Product product = productOf(completed(first));
        List<Callable<Placement>> many = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(() ->
                    orders.place(world.placing(cafe.served(), world.channel("web-hall"), Wish.terminate(product))));
        }
        assertThat(together(many).stream().filter(Placement.Placed.class::isInstance))
                .hasSize(1);
        assertThatThrownBy(() -> db.sql("""
                                insert into ordering.order_item (order_id, place, offering_code, quantity, action, answers, product_id,
                                    one_time_fen, monthly_fen, usage_fen, open)
                                select order_id, n, offering_code, 1, 'TERMINATE', '{}', product_id, 0, 0, '{}', true
                                from ordering.order_item, generate_series(90, 91) n where product_id = ? and action = 'ADD'""").param(product.id()).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void pagesAndFiltersTheList() {
        World.Cafe cafe = billed();
        String wifi = world.offering(SIMPLE, 1_000, 0, "test.one");
        for (int i = 0; i < 3; i++) {
            world.placed(cafe.served(), Wish.add(wifi, 1, Map.of()));
        }
        OrderFilter his = new OrderFilter(
                "/",
                Optional.of(OrderState.PENDING_PAYMENT),
                Optional.of(cafe.id()),
                Optional.empty(),
                Optional.of(wifi),
                Optional.of(world.channel("web-hall")),
                Optional.of(clock.instant().minusSeconds(600)),
                Optional.empty());
        Paging two = new Paging(2, List.of());
        Slice<Order> first = orders.list(his, two);
        assertThat(first.rows()).hasSize(2);
        Slice<Order> second =
                orders.list(his, new Paging(2, List.of(first.next().orElseThrow())));
        assertThat(second.rows()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(second.rows().getFirst().id())
                .isLessThan(first.rows().getLast().id());
    }

    private World.Cafe billed() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        return cafe;
    }

    private Order completed(Order order) {
        return ended(order, OrderState.COMPLETED);
    }

    private Order ended(Order order, OrderState state) {
        Eventually.holds(
                "order " + order.id() + " is " + state,
                () -> orders.find(order.id()).orElseThrow().state() == state);
        return orders.find(order.id()).orElseThrow();
    }

    private Product productOf(Order order) {
        return products.find(order.items().getFirst().product().orElseThrow()).orElseThrow();
    }

    private @Nullable Refusal refusal(Buyer buyer, Wish... wishes) {
        return switch (orders.place(world.placing(buyer, world.channel("web-hall"), wishes))) {
            case Placement.Placed placed -> null;
            case Placement.Refused refused -> refused.reason();
        };
    }

    private static Order cart(Placement placement) {
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).order();
    }

    private static Order order(OrderChange change) {
        assertThat(change).isInstanceOf(OrderChange.Done.class);
        return ((OrderChange.Done) change).order();
    }

    private static OrderState state(OrderChange change) {
        return order(change).state();
    }

    private static List<Placement> together(List<Callable<Placement>> acts)
            throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(acts.size())) {
            List<Placement> answers = new ArrayList<>();
            for (Future<Placement> answer : people.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
