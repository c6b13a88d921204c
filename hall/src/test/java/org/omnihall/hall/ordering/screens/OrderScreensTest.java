package org.omnihall.hall.ordering.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.ordering.ApprovalLimits;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders and products on screens: listed in the caller's Area, led on, and refused with the reason. */
@HallTest
class OrderScreensTest {

    private final int port;
    private final JdbcClient db;
    private final World world;
    private final Orders orders;
    private final ApprovalLimits limits;

    @Autowired
    OrderScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.db = hall.getBean(JdbcClient.class);
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.limits = hall.getBean(ApprovalLimits.class);
    }

    @Test
    void leadsAnOrderFromApprovalToItsEnd() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        limits.set(cafe.id(), Optional.of(0L), "LI");
        String wifi = world.offering("order-standard", 12_300, 9_900, "wlan.profile");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, Map.of("mood", "good")));
        ConsoleBrowser boss = StaffOnPaper.browser(db, port, "order-boss", "administrator", "/");
        boss.get("/orders?lang=en");
        String page = "/orders/" + order.id();
        assertThat(boss.get("/orders?state=PENDING_APPROVAL&offering=" + wifi).body())
                .contains(page, "waits for approval", "123.00");
        assertThat(boss.get("/orders?state=COMPLETED&offering=" + wifi).body()).doesNotContain(page + "\"");
        assertThat(boss.get("/orders?company=nobody").body()).contains("No orders");
        boss.post(page + "/approve", "user", Long.toString(cafe.buyer()));
        assertThat(boss.get(page).body()).contains("This login may not do that");
        boss.post(page + "/approve", "user", Long.toString(cafe.administrator()));
        assertThat(boss.get(page).body()).contains("Paid at the counter: 123.00");
        assertThat(state(order)).isEqualTo(OrderState.PENDING_PAYMENT);
        boss.post(page + "/pay", "receipt", " ");
        assertThat(boss.get(page).body()).contains("A receipt has a number");
        assertThat(state(order)).isEqualTo(OrderState.PENDING_PAYMENT);
        boss.post(page + "/cancel", "remark", "too dear");
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(boss.get(page).body()).contains("cancelled", "too dear", "order-boss");
        boss.post(page + "/pay", "receipt", "R-1");
        assertThat(boss.get(page).body()).contains("The order is not in a state for that");
        ConsoleBrowser elsewhere = StaffOnPaper.browser(db, port, "order-else", "administrator", "/else/");
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void listsProductsThatCameOfOrders() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, Map.of()));
        Eventually.holds("it is done", () -> state(order) == OrderState.COMPLETED);
        ConsoleBrowser boss = StaffOnPaper.browser(db, port, "product-boss", "administrator", "/");
        boss.get("/products?lang=en");
        assertThat(boss.get("/products?trial=true&offering=" + wifi).body())
                .contains(wifi, "On trial", "/orders/" + order.id());
        assertThat(boss.get("/products?state=TERMINATED&offering=" + wifi).body())
                .contains("No products");
        assertThat(boss.get("/orders/" + order.id()).body()).contains("Login page set", "trial of 14 days");
    }

    private OrderState state(Order order) {
        return orders.find(order.id()).orElseThrow().state();
    }
}
