package org.omnihall.hall.access.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venue;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A company orders business Wi-Fi: Venue, SSID, profile and page are there, and gone with the product (requirements D1, D2). */
@HallTest
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class WlanOrderTest {

    private final World world;
    private final Errands errands;
    private final Orders orders;
    private final Products products;
    private final Venues venues;
    private final Ssids ssids;
    private final Profiles profiles;
    private final JdbcClient db;

    @Autowired
    WlanOrderTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.venues = hall.getBean(Venues.class);
        this.ssids = hall.getBean(Ssids.class);
        this.profiles = hall.getBean(Profiles.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void opensAWifiAndTakesItDownAgain() {
        World.Cafe cafe = errands.billed();
        String wifi = wifi();
        Order order = errands.ended(
                world.placed(cafe.by(cafe.buyer()), wish(wifi, "Cafe West", "CafeWest")), OrderState.COMPLETED);
        Product product =
                products.find(order.items().getFirst().product().orElseThrow()).orElseThrow();
        long venue = Long.parseLong(product.results().get("venue"));
        assertThat(venues.find(venue).orElseThrow().name()).isEqualTo("Cafe West");
        Ssids.AtVenue at = ssids.atVenue(venue).getFirst();
        assertThat(at.ssidName()).isEqualTo("CafeWest");
        assertThat(profiles.find(Long.parseLong(product.results().get("profile")))
                        .orElseThrow()
                        .downBitsPerSecond())
                .isEqualTo(50_000_000);
        assertThat(figures(at.id())).isOne();
        errands.ended(world.placed(cafe.served(), Wish.terminate(product)), OrderState.COMPLETED);
        assertThat(venues.find(venue)).isEmpty();
        assertThat(ssids.named("CafeWest")).isEmpty();
        assertThat(figures(at.id())).isZero();
        assertThat(orders.steps(order.id()))
                .hasSize(4)
                .allSatisfy(step -> assertThat(made(step.key())).isZero());
    }

    @Test
    void leavesNothingWhereTheSsidIsTaken() {
        World.Cafe cafe = errands.billed();
        String wifi = wifi();
        errands.ended(world.placed(cafe.served(), wish(wifi, "Cafe East", "CafeEast")), OrderState.COMPLETED);
        Order second =
                errands.ended(world.placed(cafe.served(), wish(wifi, "Cafe South", "CafeEast")), OrderState.FAILED);
        assertThat(second.fault()).startsWith("wlan.ssid: ");
        assertThat(venues.list("/", "Cafe South", Paging.first()).rows())
                .extracting(Venue::name)
                .isEmpty();
        assertThat(orders.steps(second.id())).hasSize(4);
    }

    private int made(String key) {
        return db.sql("select count(*) from access.provision where step_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private int figures(long ssidAtVenue) {
        return db.sql("select count(*) from access.figure where scope_kind = 'SSID_AT_VENUE' and scope_key = ?")
                .param(Long.toString(ssidAtVenue))
                .query(Integer.class)
                .single();
    }

    private String wifi() {
        List<Characteristic> asked = Stream.of("venueName", "street", "ssid", "speedMbps", "homePage")
                .map(code -> new Characteristic(code, code, code, Characteristic.Type.TEXT, false, List.of()))
                .toList();
        return world.offering(
                "order-standard", asked, 0, 9_900, "wlan.venue", "wlan.ssid", "wlan.profile", "wlan.page");
    }

    private static Wish wish(String wifi, String venue, String ssid) {
        return new Wish(
                wifi,
                1,
                ItemAction.ADD,
                Map.of("venueName", venue, "ssid", ssid, "speedMbps", "50", "homePage", "https://cafe.example/"),
                false,
                Optional.empty());
    }
}
