package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.TrustingClient;
import org.omnihall.hall.node.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network on screens: every page draws empty and full, changes need the right, secrets never come out. */
@HallTest
class NetworkScreensTest {

    private final int port;
    private final JdbcClient db;
    private final Home home;

    @Autowired
    NetworkScreensTest(@LocalServerPort int port, JdbcClient db, Home home) {
        this.port = port;
        this.db = db;
        this.home = home;
    }

    @Test
    void registersAControllerAndNeverShowsItsSecret() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "net-admin", "administrator", "/");
        assertThat(admin.get("/controllers/new?lang=en").body()).contains("Register controller");
        String refused = admin.post(
                        "/controllers",
                        "name",
                        "HZ-AC-1",
                        "area",
                        "/",
                        "addresses",
                        "10.9.0.1",
                        "radiusSecret",
                        "short")
                .body();
        assertThat(refused).contains("is-invalid", "HZ-AC-1").doesNotContain("short\"");
        String page = location(admin.post(
                "/controllers",
                "name",
                "HZ-AC-1",
                "area",
                "/",
                "addresses",
                "10.9.0.1",
                "radiusSecret",
                "a long secret",
                "vendor",
                "HUAWEI"));
        assertThat(page).matches("/controllers/\\d+.*");
        assertThat(admin.get(page + "?lang=en").body())
                .contains("HZ-AC-1", "10.9.0.1", "Self-test")
                .doesNotContain("a long secret");
        assertThat(admin.get("/controllers").body()).contains("HZ-AC-1");
        assertThat(admin.get("/controllers?lang=en&name=nothing").body()).contains("No access controller");

        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "net-auditor", "auditor", "/");
        auditor.get("/controllers");
        assertThat(auditor.get(page).statusCode()).isEqualTo(200);
        assertThat(auditor.post("/controllers", "name", "X").statusCode()).isEqualTo(403);
    }

    @Test
    void showsWhereDevicesMayAskWhetherTheyAreHeldBack() throws IOException, InterruptedException {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "captive-admin", "administrator", "/");
        String[] fields = {"name", "HZ AC cap", "area", "/", "addresses", "10.9.0.7", "radiusSecret", "a long secret"};
        admin.get("/controllers/new");
        String page = location(admin.post("/controllers", fields));
        Matcher announced = Pattern.compile(">(https://[^<]+/captive[^<]+)<")
                .matcher(admin.get(page + "?lang=en").body());
        assertThat(announced.find()).isTrue();
        assertThat(announced.group(1)).endsWith("=HZ%20AC%20cap");
        HttpRequest asked =
                HttpRequest.newBuilder(URI.create(announced.group(1))).build();
        assertThat(TrustingClient.of(home).send(asked, BodyHandlers.ofString()).body())
                .contains("\"captive\":true", "=HZ%20AC%20cap");
        String[] translated =
                Stream.concat(Stream.of(fields), Stream.of("nat", "true")).toArray(String[]::new);
        admin.post(page, translated);
        assertThat(admin.get(page + "?lang=en").body())
                .contains("it translates addresses")
                .doesNotContain("/captive");
    }

    @Test
    void venuesApsSsidsProfilesAndAccountsAreMadeAndShown() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "made-admin", "administrator", "/");
        for (String page : List.of("/venues", "/access-points", "/ssids", "/profiles", "/accounts")) {
            assertThat(admin.get(page).statusCode()).as(page).isEqualTo(200);
        }
        admin.get("/venues");
        admin.post("/venues", "name", "East Station", "area", "/", "street", "1 Station Road");
        admin.post(
                "/profiles",
                "name",
                "guest",
                "down",
                "2000",
                "up",
                "1000",
                "session",
                "2h",
                "idle",
                "10m",
                "devices",
                "1");
        admin.post("/ssids", "name", "CMCC-FREE", "group", "CMCC", "profile", "1");
        admin.post("/accounts", "name", "wang@fixed", "password", "secret-9", "profile", "guest", "method", "CHAP");
        admin.post(
                "/controllers",
                "name",
                "HZ-AC-9",
                "area",
                "/",
                "addresses",
                "10.9.9.1",
                "radiusSecret",
                "a long secret");
        long venue = id("venue", "East Station");
        admin.post(
                "/access-points",
                "venue",
                Long.toString(venue),
                "name",
                "AP-1",
                "mac",
                "00-aa-bb-cc-dd-01",
                "controller",
                Long.toString(id("controller", "HZ-AC-9")));
        admin.post("/venues/" + venue + "/ssids", "ssid", "CMCC-NONE", "profile", "");
        assertThat(admin.get("/venues/" + venue).body()).contains("没有名为 CMCC-NONE 的 SSID");
        admin.post("/venues/" + venue + "/ssids", "ssid", " CMCC-FREE ", "profile", "");

        assertThat(admin.get("/venues?name=East").body()).contains("East Station", "1 Station Road");
        assertThat(admin.get("/venues/" + venue).body()).contains("CMCC-FREE");
        assertThat(admin.get("/ssids?name=CMCC-F").body()).contains("change-", "CMCC-FREE");
        assertThat(admin.get("/ssids?name=FREE").body()).doesNotContain("CMCC-FREE");
        assertThat(admin.get("/access-points?name=00aabbccdd01").body()).contains("AP-1", "East Station");
        assertThat(admin.get("/profiles").body()).contains("guest", "2 Mbit/s", "2:00:00");
        assertThat(admin.get("/accounts?name=wang").body())
                .contains("wang@fixed")
                .doesNotContain("secret-9");
    }

    @Test
    void aRedirectMapIsMadeUsedAndKeptWhileUsed() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "map-admin", "administrator", "/");
        assertThat(admin.get("/redirect-maps?lang=en").body()).contains("CMCC", "wlanacname", "HUAWEI", "RUIJIE");
        assertThat(admin.post("/redirect-maps", "name", "OURS", "USER_ADDRESS", "uip", "AC_NAME", "uip a/b")
                        .body())
                .contains("Already taken · uip", "is-invalid");
        admin.post("/redirect-maps", "name", "ours", "USER_ADDRESS", "UIP clientip", "AC_NAME", "acn");
        assertThat(admin.get("/redirect-maps").body()).contains("OURS", "clientip, uip");

        admin.post("/venues", "name", "West Lake Mall", "area", "/", "street", "");
        String page = location(admin.post(
                "/controllers",
                "name",
                "HZ-AC-MAP",
                "area",
                "/",
                "addresses",
                "10.9.7.1",
                "radiusSecret",
                "a long secret",
                "redirectMap",
                "OURS",
                "venue",
                "West Lake Mall"));
        assertThat(admin.get(page).body()).contains("value=\"West Lake Mall\"", "acn");
        assertThat(admin.post(page, "name", "HZ-AC-MAP", "area", "/", "addresses", "10.9.7.1", "venue", "Nowhere")
                        .body())
                .contains("Not known · Nowhere");
        admin.post("/redirect-maps/OURS", "USER_ADDRESS", "uip", "AC_NAME", "acname");
        assertThat(admin.get(page).body()).contains("acname");
        admin.post("/redirect-maps/OURS/remove");
        admin.post("/redirect-maps/CMCC/remove");
        assertThat(admin.get("/redirect-maps").body()).contains("CMCC", "OURS");
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "map-ningbo", "operator", "/zj/nb/");
        ningbo.get("/redirect-maps");
        assertThat(ningbo.post("/redirect-maps/OURS", "AC_NAME", "x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOperatorOfOneAreaChangesNothingElsewhere() {
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "net-ningbo", "operator", "/zj/nb/");
        ningbo.get("/venues");
        assertThat(ningbo.post("/venues", "name", "Not his", "area", "/").statusCode())
                .isEqualTo(403);
        assertThat(ningbo.post("/profiles", "name", "Not his").statusCode()).isEqualTo(403);
    }

    private long id(String table, String name) {
        return db.sql("select id from access." + table + " where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
