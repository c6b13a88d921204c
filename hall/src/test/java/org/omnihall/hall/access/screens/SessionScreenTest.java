package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is online and who was: filters, pages, rights, masked numbers, export. */
@HallTest
class SessionScreenTest {

    private final int port;
    private final JdbcClient db;
    private final City city;

    @Autowired
    SessionScreenTest(@LocalServerPort int port, JdbcClient db) {
        this.port = port;
        this.db = db;
        this.city = new City(db);
    }

    @Test
    void showsWhoIsOnlineMaskedAndTellsTheWholeNumberOnlyUnderAudit() {
        long li = city.subscriber("13800008001");
        UUID session = city.session(li, "13800008001", 0x0011_2233_4401L, Instant.now());
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "on-admin", "administrator", "/");
        String shown = admin.get("/online?who=13800008001&lang=en").body();
        assertThat(shown)
                .contains("138****8001", "00:11:22:33:44:01", "10.1.2.3", "6.68 MB")
                .doesNotContain("13800008001<");
        String pass = pass(shown, li);
        assertThat(reveal(admin, li, pass).body()).contains("13800008001");
        assertThat(reveal(admin, li + 1, pass).statusCode()).isEqualTo(403);
        assertThat(reveal(admin, li, "").statusCode()).isEqualTo(403);
        ConsoleBrowser other = StaffOnPaper.browser(db, port, "on-other", "administrator", "/");
        other.get("/online");
        assertThat(reveal(other, li, pass).statusCode())
                .as("a pass is of no use to anybody else")
                .isEqualTo(403);
        assertThat(acts("on-admin")).contains("number.see");
        assertThat(admin.get("/sessions/" + session).body()).contains("138****8001");

        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "on-operator", "operator", "/");
        assertThat(operator.get("/online?who=13800008001").body()).contains("138****8001");
        assertThat(reveal(operator, li, pass).statusCode()).isEqualTo(403);
    }

    private static String pass(String page, long subscriber) {
        Matcher found = Pattern.compile("\"subscriber\":\"" + subscriber + "\",\"pass\":\"([^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> reveal(ConsoleBrowser browser, long subscriber, String pass) {
        return browser.post("/numbers/reveal", "subscriber", Long.toString(subscriber), "pass", pass);
    }

    @Test
    void findsByMacSsidAndAccountAndFindsNothingWhereNothingMatches() {
        city.session(city.subscriber("13800008002"), "staff-wang", 0x0011_2233_4402L, Instant.now());
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "find-admin", "administrator", "/");
        assertThat(admin.get("/online?who=staff-w").body()).contains("staff-wang");
        assertThat(admin.get("/online?mac=0011-2233-4402").body()).contains("staff-wang");
        assertThat(admin.get("/online?mac=00-11-22-33-44-02&ssid=CMCC-WEB").body())
                .contains("staff-wang");
        for (String nobody :
                List.of("mac=no-mac", "ssid=OTHER", "who=13900000000", "venue=Nowhere", "controller=none")) {
            assertThat(admin.get("/online?lang=en&" + nobody).body()).as(nobody).contains("Nobody is online");
        }
    }

    @Test
    void anotherAreaIsNotHis() {
        UUID session = city.session(city.subscriber("13800008003"), "staff-ning", 0x0011_2233_4403L, Instant.now());
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "ningbo", "operator", "/zj/nb/");
        assertThat(ningbo.get("/online?who=staff-ning").body()).doesNotContain("staff-ning</");
        assertThat(ningbo.get("/sessions/" + session).statusCode()).isEqualTo(404);
        ConsoleBrowser hangzhou = StaffOnPaper.browser(db, port, "hangzhou", "operator", "/zj/hz/");
        assertThat(hangzhou.get("/online?who=staff-ning").body()).contains("staff-ning</");
    }

    @Test
    void endsASessionOnlyByRightAndShowsWhatBecameOfIt() {
        UUID session = city.session(city.subscriber("13800008004"), "staff-zhou", 0x0011_2233_4404L, Instant.now());
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "end-auditor", "auditor", "/");
        auditor.get("/online");
        assertThat(auditor.post("/sessions/" + session + "/end").statusCode()).isEqualTo(403);
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "end-operator", "operator", "/");
        operator.get("/online");
        assertThat(ConsoleBrowser.location(operator.post("/sessions/" + session + "/end")))
                .startsWith("/sessions/" + session);
        assertThat(operator.get("/sessions/" + session + "?lang=en").body())
                .contains("Disconnect requests", "end-operator")
                .containsPattern("h-badge[^>]*>(Sent|No answer)<");
        assertThat(acts("end-operator")).contains("session.end");
    }

    @Test
    void pagesOverHistoryAndExportsIt() {
        long venue = city.venue("West Lake", "/zj/hz/");
        city.sessions(300, "/zj/hz/", City.NOW, new long[] {venue}, new long[] {1});
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "hist-admin", "administrator", "/");
        String first = admin.get("/sessions?lang=en&venue=West").body();
        assertThat(first).contains("West Lake", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(admin.get(next).body()).contains("rel=\"prev\"");
        String csv = admin.get("/sessions.csv?venue=West").body();
        assertThat(csv.lines()).hasSize(151);
        assertThat(csv).contains("\"CMCC-WEB\"");
        assertThat(StaffOnPaper.browser(db, port, "hist-auditor", "auditor", "/")
                        .get("/sessions.csv")
                        .body())
                .containsPattern("138\\*{4}\\d{4}");
        assertThat(acts("hist-admin")).contains("session.export");
    }

    @Test
    void listsOfAMillionUseTheirIndexes() {
        city.sessions(
                20_000, "/big/a/", City.NOW.minus(Duration.ofDays(9)), new long[] {901, 902, 903}, new long[] {70, 71});
        db.sql("analyze access.open_session").update();
        db.sql("analyze access.closed_session").update();
        assertThat(plan("open_session where true order by started_at desc, id desc limit 51"))
                .contains("open_session_list");
        assertThat(plan("open_session where controller_id = any('{70}') order by started_at desc, id desc limit 51"))
                .doesNotContain("Seq Scan");
        assertThat(plan(
                        "open_session where area_path ~>=~ '/none/' and area_path ~<~ '/none0' order by started_at desc,"
                                + " id desc limit 51"))
                .contains("open_session_area");
        assertThat(plan("closed_session where mac = 66000000002 order by closed_at desc, id desc limit 51"))
                .contains("mac");
    }

    private String plan(String rest) {
        return String.join(
                "\n",
                db.sql("explain select * from access." + rest)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    private List<String> acts(String actor) {
        return db.sql("select act from audit.entry where actor = ?")
                .param(actor)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
