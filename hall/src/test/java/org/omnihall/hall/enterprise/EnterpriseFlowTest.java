package org.omnihall.hall.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.enterprise.Street.Shopkeeper;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A café signs up, tries business Wi-Fi, orders another and pays on the account, all by itself; a manager's cart is gone on with. */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class EnterpriseFlowTest {

    private final JdbcClient db;
    private final World world;
    private final Street street;
    private final Orders orders;
    private final Products products;
    private final Venues venues;
    private final Ssids ssids;

    @Autowired
    EnterpriseFlowTest(@LocalServerPort int port, ApplicationContext hall) {
        this.db = hall.getBean(JdbcClient.class);
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.venues = hall.getBean(Venues.class);
        this.ssids = hall.getBean(Ssids.class);
    }

    @Test
    void goesFromTheSignUpToAWorkingWifi() {
        String wifi = wifi(30_000);
        Shopkeeper li = street.opened("West Lake Café");
        assertThat(li.browser().get("/enterprise/home").body()).contains("Hello, Li", "West Lake Café");
        assertThat(li.browser().get("/enterprise").body()).contains("/enterprise/offerings/" + wifi, "Try 14 days");
        String ask = "/enterprise/offerings/" + wifi + "/take?trial=true";
        assertThat(li.browser().get(ask).body()).contains("name=\"answer.venueName\"", "ends by itself on");
        Order trial = taken(li.browser(), wifi, "true", "West Lake", "WestLake");
        assertThat(li.browser().get("/enterprise/carts/" + trial.id()).body()).contains("Free while you try it");
        placed(li.browser(), trial.id());
        Product tried = product(ended(trial.id(), OrderState.COMPLETED));
        assertThat(tried.trialUntil()).isPresent();
        assertThat(li.browser().get("/enterprise/products/" + tried.id()).body())
                .contains("Keep it", "West Lake", "The trial ends by itself at");
        assertThat(db.sql("select count(*) from interaction.contact where company_id = ? and outcome = 'SIGNED_UP'")
                        .param(li.company())
                        .query(Integer.class)
                        .single())
                .isOne();

        Order second = taken(li.browser(), wifi, "false", "East Gate", "EastGate");
        placed(li.browser(), second.id());
        assertThat(now(second.id()).state()).isEqualTo(OrderState.PENDING_PAYMENT);
        assertThat(li.browser().get("/enterprise/orders/" + second.id()).body())
                .contains("¥300.00 to pay", "On the bill");
        li.browser().post("/enterprise/orders/" + second.id() + "/pay");
        Product bought = product(ended(second.id(), OrderState.COMPLETED));
        long venue = Long.parseLong(bought.results().get("venue"));
        assertThat(venues.find(venue).orElseThrow().name()).isEqualTo("East Gate");
        assertThat(ssids.atVenue(venue)).extracting(Ssids.AtVenue::ssidName).containsExactly("EastGate");
        assertThat(li.browser().get("/enterprise/wifi").body()).contains("EastGate", "WestLake");

        li.browser().post("/enterprise/products/" + bought.id() + "/end");
        Eventually.holds("it is taken down", () -> venues.find(venue).isEmpty());
    }

    @Test
    void keepsATrialByAnOrderAtTodaysPrice() {
        String wifi = wifi(0);
        Shopkeeper li = street.opened("North Café");
        Order trial = taken(li.browser(), wifi, "true", "North", "NorthCafe");
        placed(li.browser(), trial.id());
        Product tried = product(ended(trial.id(), OrderState.COMPLETED));
        String cart = ConsoleBrowser.location(li.browser().post("/enterprise/products/" + tried.id() + "/keep"));
        assertThat(li.browser().get(cart).body()).contains("199.00", "change");
        placed(li.browser(), Long.parseLong(cart.substring(cart.lastIndexOf('/') + 1)));
        Eventually.holds(
                "it is kept",
                () -> products.find(tried.id()).orElseThrow().trialUntil().isEmpty());
        assertThat(li.browser().get("/enterprise/products/" + tried.id()).body())
                .doesNotContain("Keep it")
                .contains("199.00");
    }

    @Test
    void goesOnWithWhatAManagerBegan() {
        String wifi = wifi(0);
        Shopkeeper li = street.opened("South Café");
        Order begun = begun(li, wifi);
        assertThat(li.browser().get("/enterprise/home").body())
                .contains("Not placed yet", "/enterprise/carts/" + begun.id());
        String cart = "/enterprise/carts/" + begun.id();
        assertThat(li.browser().get(cart).body()).contains("Incomplete");
        li.browser().post(cart + "/place");
        assertThat(li.browser().get(cart).body()).contains("An answer is missing or wrong");
        String item = cart + "/items/" + begun.items().getFirst().id();
        li.browser().get(item);
        assertThat(li.browser()
                        .post(item, "quantity", "1", "answer.venueName", "")
                        .body())
                .contains("Please fill this in");
        li.browser().post(item, "quantity", "1", "answer.venueName", "South", "answer.ssid", "SouthCafe");
        placed(li.browser(), begun.id());
        Order done = ended(begun.id(), OrderState.COMPLETED);
        assertThat(done.journey()).isEqualTo(begun.journey());
        assertThat(orders.history(begun.id()))
                .extracting(event -> event.channel())
                .contains(world.channel("web-hall"), begun.channel());
    }

    private Order begun(Shopkeeper li, String wifi) {
        ChannelId manager = world.channel(ChannelKind.MANAGER);
        Placement placement = world.hall()
                .getBean(Carts.class)
                .begin(world.placing(
                        new Buyer.Firm(li.company(), Optional.empty()), manager, Wish.add(wifi, 1, Map.of())));
        return ((Placement.Placed) placement).order();
    }

    private Order taken(ConsoleBrowser browser, String wifi, String trial, String venue, String ssid) {
        browser.get("/enterprise/offerings/" + wifi + "/take");
        String cart = ConsoleBrowser.location(browser.post(
                "/enterprise/offerings/" + wifi + "/take",
                "trial",
                trial,
                "quantity",
                "1",
                "answer.venueName",
                venue,
                "answer.ssid",
                ssid));
        assertThat(cart).startsWith("/enterprise/carts/");
        return now(Long.parseLong(cart.substring("/enterprise/carts/".length())));
    }

    private void placed(ConsoleBrowser browser, long cart) {
        browser.get("/enterprise/carts/" + cart);
        assertThat(ConsoleBrowser.location(browser.post("/enterprise/carts/" + cart + "/place")))
                .isEqualTo("/enterprise/orders/" + cart);
    }

    private String wifi(long onceFen) {
        List<Characteristic> asked = List.of(
                new Characteristic("venueName", "场所", "Venue", Characteristic.Type.TEXT, true, List.of()),
                new Characteristic("ssid", "名称", "SSID", Characteristic.Type.TEXT, true, List.of()));
        return world.offering(
                "order-new-service", asked, onceFen, 19_900, "wlan.venue", "wlan.ssid", "wlan.profile", "wlan.page");
    }

    private Product product(Order order) {
        return products.find(order.items().getFirst().product().orElseThrow()).orElseThrow();
    }

    private Order ended(long order, OrderState state) {
        Eventually.holds("order " + order + " ends", () -> now(order).state().isEnd());
        assertThat(now(order).state()).as(now(order).fault()).isEqualTo(state);
        return now(order);
    }

    private Order now(long order) {
        return orders.find(order).orElseThrow();
    }
}
