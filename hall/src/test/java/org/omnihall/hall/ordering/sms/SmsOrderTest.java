package org.omnihall.hall.ordering.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.OfferingChange;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.NoticeTaken;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A company orders enterprise SMS: its line is open as long as the product lives (requirements D2, D10). */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class SmsOrderTest {

    private final ApplicationContext hall;
    private final World world;
    private final Errands errands;
    private final Products products;
    private final SmsLines lines;

    @Autowired
    SmsOrderTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.products = hall.getBean(Products.class);
        this.lines = hall.getBean(SmsLines.class);
    }

    @Test
    void opensALineAndClosesItWithTheProduct() {
        World.Cafe cafe = errands.billed();
        Order order = errands.ended(world.placed(cafe.served(), wish(offering(), "订单茶馆")), OrderState.COMPLETED);
        assertThat(lines.of(cafe.id())).extracting(SmsLines.Line::signature).containsExactly("订单茶馆");
        Product product =
                products.find(order.items().getFirst().product().orElseThrow()).orElseThrow();
        assertThat(product.results())
                .containsEntry(
                        "line", Long.toString(lines.of(cafe.id()).getFirst().id()));
        errands.ended(world.placed(cafe.served(), Wish.terminate(product)), OrderState.COMPLETED);
        assertThat(lines.of(cafe.id())).isEmpty();
    }

    @Test
    void billsEachShortMessageOfANoticeOnce() {
        World.Cafe cafe = errands.billed();
        String offering = offering();
        Price price = new Price(0, offering, Price.Kind.USAGE, SmsUsage.UNIT, 5, Instant.EPOCH);
        assertThat(hall.getBean(Prices.class).setNow(price, "LI")).isInstanceOf(OfferingChange.Done.class);
        Order order = errands.ended(world.placed(cafe.served(), wish(offering, "计费茶馆")), OrderState.COMPLETED);
        long line = lines.of(cafe.id()).getFirst().id();
        Instant now = hall.getBean(Clock.class).instant();
        MessageId first = new MessageId(UUID.randomUUID());
        hall.publishEvent(new NoticeTaken(first, line, 3, now));
        hall.publishEvent(new NoticeTaken(first, line, 3, now));
        hall.publishEvent(new NoticeTaken(new MessageId(UUID.randomUUID()), line, 1, now));
        hall.publishEvent(new NoticeTaken(new MessageId(UUID.randomUUID()), line + 1_000, 2, now));
        Product product = errands.productOf(order);
        assertThat(hall.getBean(Bills.class).running(product.account().orElseThrow()).stream()
                        .filter(one -> one.kind() == BillLine.Kind.USAGE))
                .singleElement()
                .satisfies(used -> {
                    assertThat(used.product()).contains(product.id());
                    assertThat(used.quantity()).isEqualTo(4);
                    assertThat(used.fen()).isEqualTo(20);
                });
    }

    @Test
    void failsWithTheReasonWhereTheSignatureCannotBe() {
        World.Cafe first = errands.billed();
        String offering = offering();
        errands.ended(world.placed(first.served(), wish(offering, "同名茶馆")), OrderState.COMPLETED);
        World.Cafe second = errands.billed();
        Order taken = errands.ended(world.placed(second.served(), wish(offering, "同名茶馆")), OrderState.FAILED);
        assertThat(taken.fault()).startsWith("sms.provision: ").contains("同名茶馆");
        Order bad = errands.ended(world.placed(second.served(), wish(offering, "【银行】")), OrderState.FAILED);
        assertThat(bad.fault()).startsWith("sms.provision: ").contains("2 to 20 letters");
        assertThat(lines.of(second.id())).isEmpty();
    }

    private String offering() {
        Characteristic asked =
                new Characteristic("signature", "签名", "Signature", Characteristic.Type.TEXT, true, List.of());
        return world.offering("order-standard", List.of(asked), 0, 5_000, "sms.provision");
    }

    private static Wish wish(String offering, String signature) {
        return new Wish(offering, 1, ItemAction.ADD, Map.of("signature", signature), false, Optional.empty());
    }
}
