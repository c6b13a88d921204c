package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotReport;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is offered and sold at the desk: the slot's offer, one by SMS, a cart that another channel began. */
@HallTest
class DeskSellingTest {

    private final DeskWorld desk;
    private final ApplicationContext hall;
    private final JdbcClient db;
    private final World world;
    private final Orders orders;
    private final Instant now;

    @Autowired
    DeskSellingTest(@LocalServerPort int port, ApplicationContext hall) {
        this.desk = new DeskWorld(port, hall);
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.now = hall.getBean(Clock.class).instant();
    }

    @Test
    void countsAnOrderFromTheSlotInItsReport() {
        String wifi = offered();
        Channel store = desk.channel(ChannelKind.HALL, "/");
        long li = desk.anybody();
        ConsoleBrowser clerk = desk.at(store, "/");
        String visit = desk.serve(clerk, li);
        String page = clerk.get(visit).body();
        assertThat(page).contains("Tea Wi-Fi", "Drawn by weight", visit + "/offerings/" + wifi);
        clerk.post(visit + "/told");
        clerk.post(visit + "/told");
        assertThat(desk.outcomes(li, ContactKind.SLOT_SHOWN)).containsExactly("TOLD");
        assertThat(line(store).clicked()).isZero();
        clerk.post(visit + "/wanted");
        assertThat(line(store).clicked()).isEqualTo(1);
        assertThat(line(store).ordered()).isZero();
        String key = key(page);
        for (int i = 0; i < 2; i++) {
            order(clerk, visit, wifi, key);
        }
        assertThat(desk.ordersOf(li)).hasSize(1).allSatisfy(order -> {
            assertThat(order.channel()).isEqualTo(store.id());
            assertThat(order.journey()).isEqualTo(journey(visit));
        });
        assertThat(line(store).ordered()).isEqualTo(1);
    }

    @Test
    void ordersFromTheSlotAgainWhatWasCancelled() {
        String wifi = offered();
        long li = desk.anybody();
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, "/"), "/");
        String visit = desk.serve(clerk, li);
        String first = key(clerk.get(visit).body());
        order(clerk, visit, wifi, first);
        clerk.post(visit + "/orders/" + desk.ordersOf(li).getFirst().id() + "/cancel");
        order(clerk, visit, wifi, key(clerk.get(visit).body()));
        assertThat(desk.ordersOf(li))
                .extracting(Order::state)
                .containsExactly(OrderState.PENDING_PAYMENT, OrderState.CANCELLED);

        String form = visit + "/offerings/" + wifi;
        String reused =
                clerk.post(form, "quantity", "2", "act", "ORDER", "key", first).body();
        assertThat(reused).contains("The key belongs to another order");
        assertThat(key(reused)).isNotEqualTo(first);
        String wrong = clerk.post(form, "quantity", "11", "act", "ORDER", "key", key(reused))
                .body();
        assertThat(key(wrong)).isEqualTo(key(reused));
    }

    @Test
    void givesBackWhatWasTypedAndSaysWhatIsWrongWithEachField() {
        String wifi = world.offering(
                "order-standard",
                List.of(
                        new Characteristic("guests", "人数", "Guests", Characteristic.Type.NUMBER, true, List.of()),
                        new Characteristic("quiet", "安静", "Quiet", Characteristic.Type.YES_NO, false, List.of())),
                0,
                9_900,
                "wlan.page");
        long li = desk.anybody();
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, "/"), "/");
        String form = desk.serve(clerk, li) + "/offerings/" + wifi;
        assertThat(clerk.get(form).body()).contains("name=\"answer.guests\"", "name=\"answer.quiet\"", "(optional)");
        assertThat(clerk.post(form, "quantity", "0", "act", "ORDER", "answer.guests", "many")
                        .body())
                .contains("value=\"0\"", "value=\"many\"", "This is not in the right form");
        assertThat(desk.ordersOf(li)).isEmpty();
        assertThat(clerk.post(form, "quantity", "1", "act", "ORDER", "answer.guests", "12", "answer.quiet", "true")
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.ordersOf(li).getFirst().items().getFirst().answers())
                .isEqualTo(Map.of("guests", "12", "quiet", "true"));
    }

    @Test
    void offersBySmsWhatTheGateLetsPass() {
        offered();
        long li = desk.anybody();
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, "/"), "/");
        String visit = desk.serve(clerk, li);
        assertThat(clerk.get(visit).body()).contains("Next contact", "no consent to advertising");
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("The gate held the message back: No consent on record");
        DeskWorld.done(hall.getBean(Consents.class)
                .record(new Consent(
                        PartyRef.subscriber(li),
                        ConsentPurpose.MARKETING,
                        Consent.Medium.ALL,
                        true,
                        now,
                        "desk",
                        "test")));
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("The offer is on its way by SMS");
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("It was sent in this visit");
        assertThat(db.sql("select count(*) from messaging.message where subscriber = ? and template = 'desk.offer'")
                        .param(li)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void goesOnWithACompanysCartThatAnotherChannelBegan() {
        World.Cafe cafe = world.cafe();
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        Placement begun = hall.getBean(Carts.class)
                .begin(world.placing(cafe.served(), world.channel("web-hall"), Wish.add(wifi, 2, Map.of())));
        Order cart = ((Placement.Placed) begun).order();
        Channel manager = desk.channel(ChannelKind.MANAGER, "/");
        ConsoleBrowser browser = desk.at(manager, "/");
        String visit = ConsoleBrowser.location(
                browser.post("/desk/visits", "company", "true", "id", Long.toString(cafe.id())));
        assertThat(browser.get(visit).body()).contains("cafe", "begun at", wifi, "Place here");
        browser.post(visit + "/orders/" + cart.id() + "/place");
        Order placed = orders.find(cart.id()).orElseThrow();
        assertThat(placed.journey()).isEqualTo(cart.journey());
        assertThat(placed.channel()).isEqualTo(manager.id());
        assertThat(browser.get(visit).body()).contains("Order " + cart.id() + " is led on");
        browser.post(visit + "/orders/999999999/cancel");
        assertThat(browser.get(visit).body()).contains("It is not there any more");
        assertThat(browser.post(visit + "/products/999999999/stop").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsWhatRunsBehindFiftyThatEnded() {
        long li = desk.anybody();
        Buyer buyer = new Buyer.Person(li);
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        Order running = world.placed(buyer, Wish.add(wifi, 1, Map.of()));
        db.sql("""
                        insert into ordering.customer_order (area_path, client, client_key, asked, state, subscriber_id, channel_id, journey,
                            due_now_fen, monthly_fen, placed_at, changed_at)
                        select area_path, client, client_key || n, asked, 'CANCELLED', subscriber_id, channel_id, journey, 0, 0,
                            placed_at + interval '1 second', changed_at from ordering.customer_order, generate_series(1, 50) n where id = ?""").param(running.id()).update();
        String product = """
                insert into ordering.product (area_path, order_id, offering_code, quantity, subscriber_id, state, one_time_fen,
                    monthly_fen, usage_fen, answers, results, started_at, changed_at, ended_at)
                select area_path, id, 'thing ' || ?, 1, subscriber_id, ?, 0, 0, '{}', '{}', '{}', placed_at, placed_at, nullif(?, '')::timestamptz
                from ordering.customer_order, generate_series(1, ?) where id = ?""";
        db.sql(product)
                .params("that ended", "TERMINATED", now.toString(), 50, running.id())
                .update();
        db.sql(product).params("that lives", "ACTIVE", "", 1, running.id()).update();
        ConsoleBrowser clerk = desk.at(desk.channel(ChannelKind.HALL, "/"), "/");
        assertThat(clerk.get(desk.serve(clerk, li)).body())
                .contains("/orders/" + running.id() + "/cancel", "thing that lives")
                .doesNotContain("thing that ended");
        assertThat(orders.running(buyer, 50)).extracting(Order::id).containsExactly(running.id());
    }

    private String offered() {
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        SlotChoices slots = hall.getBean(SlotChoices.class);
        slots.holdOut(0, "test");
        slots.put(
                new SlotItem(
                        0,
                        "desk-offer",
                        Optional.of(wifi),
                        new SlotItem.Words("茶馆无线", "Tea Wi-Fi", "一键开通", "Opened at once"),
                        "speed",
                        Set.of(SlotPlace.CLERK),
                        Set.of(),
                        "/",
                        1000,
                        SlotItem.State.LIVE,
                        Optional.empty(),
                        Optional.empty()),
                "test");
        return wifi;
    }

    private static void order(ConsoleBrowser clerk, String visit, String offering, String key) {
        clerk.post(visit + "/offerings/" + offering, "quantity", "1", "act", "ORDER", "slot", "true", "key", key);
    }

    private static String key(String page) {
        Matcher key = Pattern.compile("name=\"key\" value=\"(desk [^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private SlotReport.Line line(Channel channel) {
        return hall.getBean(SlotReport.class).of("/", now.minusSeconds(60), now.plusSeconds(3600)).stream()
                .filter(one -> one.channel().equals(channel.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID journey(String visit) {
        return db.sql("select journey from console.visit where id = ?::uuid")
                .param(visit.substring(visit.lastIndexOf('/') + 1))
                .query(UUID.class)
                .single();
    }
}
