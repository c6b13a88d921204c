package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.omnihall.hall.ordering.Errands.cart;

import java.time.Clock;
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
import org.junit.jupiter.api.Test;
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

/** Orders from placing to product, on all channels, and what is refused (requirements D1, B16). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class OrdersTest {

    private final ApplicationContext hall;
    private final World world;
    private final Errands errands;
    private final Orders orders;
    private final Carts carts;
    private final Products products;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    OrdersTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.orders = hall.getBean(Orders.class);
        this.carts = hall.getBean(Carts.class);
        this.products = hall.getBean(Products.class);
        this.db = hall.getBean(JdbcClient.class);
        this.clock = hall.getBean(Clock.class);
    }

    @Test
    void becomesAProductAtThePriceOfTheOrder() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one", "test.two");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 2, Map.of("mood", "good")));
        world.price(wifi, Price.Kind.MONTHLY, 12_900);
        assertThat(order.dueNowFen()).isZero();
        Product product = errands.productOf(errands.completed(order));
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
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
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
        World.Cafe cafe = errands.billed();
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
        World.Cafe cafe = errands.billed();
        World.Cafe other = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        Buyer buyer = cafe.by(cafe.buyer());
        assertThat(errands.refusal(buyer)).isEqualTo(Refusal.NO_ITEMS);
        assertThat(errands.refusal(buyer, Wish.add("no-such-thing", 1, Map.of())))
                .isEqualTo(Refusal.OFFERING_UNKNOWN);
        assertThat(errands.refusal(buyer, Wish.add(wifi, 11, Map.of()))).isEqualTo(Refusal.QUANTITY_OUTSIDE);
        assertThat(errands.refusal(buyer, Wish.add(wifi, 10, Map.of()))).isNull();
        assertThat(errands.refusal(buyer, Wish.add(wifi, 1, Map.of("colour", "red"))))
                .isEqualTo(Refusal.ANSWER_WRONG);
        assertThat(errands.refusal(cafe.by(other.buyer()), Wish.add(wifi, 1, Map.of())))
                .isEqualTo(Refusal.ROLE_MISSING);
        assertThat(errands.refusal(new Buyer.Firm(1L << 40, Optional.empty()), Wish.add(wifi, 1, Map.of())))
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
    void isOnTheCardOfASubscriber() {
        long li = hall.getBean(Subscribers.class).idOf(new Msisdn("13957190199"));
        String plan = world.offering(Errands.SIMPLE, 0, 0, "test.one");
        errands.completed(world.placed(new Buyer.Person(li), Wish.add(plan, 1, Map.of())));
        CustomerCard card = hall.getBean(Cards.class)
                .of(li, SomeChannel.of("some", ChannelKind.HALL, "/"))
                .orElseThrow();
        assertThat(card.state())
                .extracting(StateLine::kind, StateLine::product, StateLine::state)
                .containsExactly(tuple(StateLine.Kind.PRODUCT, plan, "ACTIVE"));
    }

    @Test
    void isInOneOrderAtATime() throws InterruptedException, ExecutionException {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 1_000, 9_900, "test.one");
        Order first = world.placed(cafe.by(cafe.administrator()), Wish.add(wifi, 1, Map.of()));
        By li = new By("li", Optional.of(cafe.administrator()), world.channel("web-hall"));
        orders.pay(first.id(), Payment.Method.ACCOUNT, 1_000, "", li);
        Product product = errands.productOf(errands.completed(first));
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
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 1_000, 0, "test.one");
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
