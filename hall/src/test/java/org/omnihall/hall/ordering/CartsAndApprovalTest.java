package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ordering.Errands.cart;
import static org.omnihall.hall.ordering.Errands.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.interaction.Journeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What comes before the work: a cart, the approval of an administrator and the money (requirements D1, D3). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class CartsAndApprovalTest {

    private final ApplicationContext hall;
    private final World world;
    private final Errands errands;
    private final Orders orders;
    private final Carts carts;
    private final ApprovalLimits limits;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    CartsAndApprovalTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.orders = hall.getBean(Orders.class);
        this.carts = hall.getBean(Carts.class);
        this.limits = hall.getBean(ApprovalLimits.class);
        this.db = hall.getBean(JdbcClient.class);
        this.clock = hall.getBean(Clock.class);
    }

    @Test
    void waitsForTheAdministratorThenForTheMoney() {
        World.Cafe cafe = errands.billed();
        limits.set(cafe.id(), Optional.of(5_000L), "LI");
        String wifi = world.offering(Errands.SIMPLE, 1_000, 9_900, "test.one");
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
        errands.completed(order);
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
        World.Cafe cafe = errands.billed();
        limits.set(cafe.id(), Optional.of(0L), "LI");
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
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
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
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
        assertThat(carts.change(cart.id(), items -> Optional.of(List.of()), By.staff("clerk", shop)))
                .isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
        errands.completed(order);
    }

    @Test
    void pricesACartAnewWhenNothingWasPromised() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        ChannelId web = world.channel("web-hall");
        Order cart = cart(carts.begin(world.placing(cafe.by(cafe.buyer()), web)));
        By wang = new By("wang", Optional.of(cafe.buyer()), web);
        assertThat(order(carts.change(cart.id(), items -> Optional.of(List.of(Wish.add(wifi, 3, Map.of()))), wang))
                        .monthlyFen())
                .isEqualTo(29_700);
        world.price(wifi, Price.Kind.MONTHLY, 12_900);
        assertThat(order(carts.place(cart.id(), wang)).monthlyFen()).isEqualTo(38_700);
    }

    private static OrderState state(OrderChange change) {
        return order(change).state();
    }
}
