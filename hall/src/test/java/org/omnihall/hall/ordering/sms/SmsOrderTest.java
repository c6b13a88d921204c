package org.omnihall.hall.ordering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A company orders enterprise SMS: its line is open as long as the product lives (requirements D2, D10). */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class SmsOrderTest {

    private final World world;
    private final Orders orders;
    private final Products products;
    private final SmsLines lines;

    @Autowired
    SmsOrderTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.lines = hall.getBean(SmsLines.class);
    }

    @Test
    void opensALineAndClosesItWithTheProduct() {
        World.Cafe cafe = cafe();
        Order order = ended(world.placed(cafe.served(), wish(offering(), "订单茶馆")), OrderState.COMPLETED);
        assertThat(lines.of(cafe.id())).extracting(SmsLines.Line::signature).containsExactly("订单茶馆");
        Product product =
                products.find(order.items().getFirst().product().orElseThrow()).orElseThrow();
        assertThat(product.results())
                .containsEntry(
                        "line", Long.toString(lines.of(cafe.id()).getFirst().id()));
        ended(world.placed(cafe.served(), Wish.terminate(product)), OrderState.COMPLETED);
        assertThat(lines.of(cafe.id())).isEmpty();
    }

    @Test
    void failsWithTheReasonWhereTheSignatureCannotBe() {
        World.Cafe first = cafe();
        String offering = offering();
        ended(world.placed(first.served(), wish(offering, "同名茶馆")), OrderState.COMPLETED);
        World.Cafe second = cafe();
        Order taken = ended(world.placed(second.served(), wish(offering, "同名茶馆")), OrderState.FAILED);
        assertThat(taken.fault()).startsWith("sms.provision: ").contains("同名茶馆");
        Order bad = ended(world.placed(second.served(), wish(offering, "【银行】")), OrderState.FAILED);
        assertThat(bad.fault()).startsWith("sms.provision: ").contains("2 to 20 letters");
        assertThat(lines.of(second.id())).isEmpty();
    }

    private World.Cafe cafe() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        return cafe;
    }

    private String offering() {
        Characteristic asked =
                new Characteristic("signature", "签名", "Signature", Characteristic.Type.TEXT, true, List.of());
        return world.offering("order-standard", List.of(asked), 0, 5_000, "sms.provision");
    }

    private static Wish wish(String offering, String signature) {
        return new Wish(offering, 1, ItemAction.ADD, Map.of("signature", signature), false, Optional.empty());
    }

    private Order ended(Order order, OrderState state) {
        Eventually.holds(
                "order " + order.id() + " ends", () -> now(order).state().isEnd());
        assertThat(now(order).state()).as(now(order).fault()).isEqualTo(state);
        return now(order);
    }

    private Order now(Order order) {
        return orders.find(order.id()).orElseThrow();
    }
}
