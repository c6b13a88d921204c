package org.omnihall.hall.enterprise.wifi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.look.Looks;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The owner makes his page and reads his report on the screens (requirement A14). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class OwnPageTest {

    private final World world;
    private final Street street;
    private final Looks looks;
    private Optional<Street.Shopkeeper> li = Optional.empty();
    private Optional<Product> product = Optional.empty();

    @Autowired
    OwnPageTest(@LocalServerPort int port, ApplicationContext hall) {
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.looks = hall.getBean(Looks.class);
    }

    @BeforeAll
    void open() {
        Street.Shopkeeper owner = street.opened("Page Café");
        li = Optional.of(owner);
        String wifi = world.offering(
                "order-new-service",
                List.of(
                        new Characteristic("venueName", "场所", "Venue", Characteristic.Type.TEXT, true, List.of()),
                        new Characteristic("ssid", "名称", "SSID", Characteristic.Type.TEXT, true, List.of())),
                0,
                9_900,
                "wlan.venue",
                "wlan.ssid",
                "wlan.profile",
                "wlan.page");
        long order = world.placed(
                        new Buyer.Firm(owner.company(), Optional.empty()),
                        Wish.add(wifi, 1, Map.of("venueName", "Page Venue", "ssid", "PageWifi")))
                .id();
        Orders orders = world.hall().getBean(Orders.class);
        Eventually.holds(
                "it is done", () -> orders.find(order).orElseThrow().state().isEnd());
        long id = orders.find(order).orElseThrow().items().getFirst().product().orElseThrow();
        product = world.hall().getBean(Products.class).find(id);
    }

    @Test
    void keepsPublishesAndTakesBack() {
        ConsoleBrowser browser = browser();
        assertThat(browser.get(path()).body()).contains("Standard page", "PageWifi");
        browser.post(path(), look("欢迎", "#0b6b5d", "#ffffff", "publish", "true"));
        assertThat(shown().orElseThrow().texts().titleZh()).isEqualTo("欢迎");
        browser.post(path(), look("再来", "#0b6b5d", "#ffffff"));
        assertThat(shown().orElseThrow().texts().titleZh()).isEqualTo("欢迎");
        assertThat(browser.get(path()).body()).contains("Version 2", "Shown now", "再来");
        browser.post(path() + "/publish", "version", "2");
        assertThat(shown().orElseThrow().texts().titleZh()).isEqualTo("再来");
        browser.post(path() + "/undo");
        assertThat(shown().orElseThrow().texts().titleZh()).isEqualTo("欢迎");
        browser.post(path() + "/publish");
        assertThat(shown()).isEmpty();
        assertThat(browser.post(path() + "/publish", "version", "99").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhyAPageIsNotKeptAndGivesItBack() {
        ConsoleBrowser browser = browser();
        assertThat(browser.post(path(), look("苍白", "#eeeeee", "#ffffff")).body())
                .contains("The contrast of the two is 1.1:1", "苍白");
        assertThat(browser.post(path(), look("x".repeat(31), "#000000", "#ffffff"))
                        .body())
                .contains("A text is too long");
        assertThat(browser.upload(path() + "/logo", "a.png", "<svg/>").statusCode())
                .isEqualTo(302);
        assertThat(browser.get(path()).body()).contains("no picture in PNG or JPEG");
    }

    @Test
    void showsAPreviewThatMayDoNothing() {
        ConsoleBrowser browser = browser();
        String frame = browser.get(path() + "/frame?titleZh=%E8%8C%B6&titleEn=Tea&ground=%23000000&ink=%23ffffff")
                .body();
        String address = Street.between(frame, "src=\"", "\"").orElseThrow().replace("&amp;", "&");
        assertThat(frame).contains("sandbox");
        HttpResponse<String> page = browser.get(address);
        assertThat(page.body()).contains("Tea", "Page Venue");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'self'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(browser.get(path() + "/preview?ground=red%3B%7D&ink=x").body())
                .contains("Page Venue")
                .doesNotContain("red;}");
    }

    @Test
    void readsTheReportAndTakesItAlong() {
        ConsoleBrowser browser = browser();
        assertThat(browser.get(path() + "/visitors").body()).contains("No visitors in this time");
        assertThat(browser.get(path() + "/visitors?from=2020-01-01&to=2026-01-01")
                        .body())
                .contains("more than 400");
        assertThat(browser.get(path() + "/visitors?from=x&to=2099-01-01").body())
                .contains("the last 30 are shown");
        HttpResponse<String> csv = browser.get(path() + "/visitors.csv");
        assertThat(csv.body()).startsWith("\ufeffday,visitors,logins,stops,octets");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("visitors.csv");
    }

    @Test
    void listsAWifiBehindManyOtherProducts() {
        Street.Shopkeeper busy = street.opened("Busy Café");
        likeHis(busy, 55, "{}", "No Wi-Fi");
        likeHis(busy, 51, "{\"ssidAtVenue\": \"9000001\", \"venue\": \"9000001\"}", "Some Venue");
        likeHis(busy, 1, "{\"ssidAtVenue\": \"9000002\", \"venue\": \"9000002\"}", "Last Venue");
        String first = busy.browser().get("/enterprise/wifi").body();
        assertThat(first).contains("Some Venue").doesNotContain("Last Venue", "No Wi-Fi</h2>");
        String next = Street.between(first, "rel=\"next\" href=\"", "\"").orElseThrow();
        assertThat(busy.browser().get(next.replace("&amp;", "&")).body()).contains("Some Venue", "Last Venue");
    }

    /** Gives somebody products like the one of this test. */
    private void likeHis(Street.Shopkeeper somebody, int times, String results, String venueName) {
        world.hall()
                .getBean(JdbcClient.class)
                .sql("""
                        insert into ordering.product (area_path, order_id, offering_code, quantity, company_id, account_id, state,
                            one_time_fen, monthly_fen, usage_fen, answers, results, started_at, changed_at)
                        select area_path, order_id, offering_code, quantity, :company, account_id, state, one_time_fen, monthly_fen,
                            usage_fen, jsonb_build_object('venueName', :name), :results::jsonb, started_at, changed_at
                        from ordering.product, generate_series(1, :times) where id = :id""")
                .param("company", somebody.company())
                .param("name", venueName)
                .param("results", results)
                .param("times", times)
                .param("id", product.orElseThrow().id())
                .update();
    }

    private Optional<VenueLook> shown() {
        return looks.shown(Long.parseLong(product.orElseThrow().results().get("ssidAtVenue")));
    }

    private ConsoleBrowser browser() {
        return li.orElseThrow().browser();
    }

    private String path() {
        return "/enterprise/wifi/" + product.orElseThrow().id();
    }

    private static String[] look(String title, String ground, String ink, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "titleZh",
                title,
                "titleEn",
                "",
                "welcomeZh",
                "",
                "welcomeEn",
                "",
                "ground",
                ground,
                "ink",
                ink,
                "logo",
                ""));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
