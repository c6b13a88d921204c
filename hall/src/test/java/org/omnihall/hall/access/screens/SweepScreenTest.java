package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms carried and sessions ended, one and many, by right and by Area; what is said before and after. */
@HallTest
class SweepScreenTest {

    private final int port;
    private final JdbcClient db;
    private final City city;

    @Autowired
    SweepScreenTest(@LocalServerPort int port, JdbcClient db) {
        this.port = port;
        this.db = db;
        this.city = new City(db);
    }

    private ConsoleBrowser staff(String login, String role, String area) {
        ConsoleBrowser browser = StaffOnPaper.browser(db, port, login, role, area);
        browser.get("/online");
        return browser;
    }

    private UUID online(String number, String user, long mac) {
        UUID session = city.session(city.subscriber(number), user, mac, Instant.now());
        db.sql("update access.open_session set controller_id = 987654 where id = ?")
                .param(session)
                .update();
        return session;
    }

    @Test
    void tellsWhatASweepMeansBeginsItAndShowsWhereItDidNotWork() {
        UUID session = online("13800009001", "sweep-li", 0x0011_2233_5501L);
        ConsoleBrowser operator = staff("sweep-operator", "operator", "/zj/");
        assertThat(operator.get("/online?who=sweep-li&lang=en").body())
                .contains("/sweeps/new?who=sweep-li", "kind=CHANGE", "kind=END");
        String before =
                operator.get("/sweeps/new?kind=CHANGE&who=sweep-li&lang=en").body();
        assertThat(before).contains("Carry terms (sessions: 1)", "A limit that was lifted is not told");
        String sweep = ConsoleBrowser.location(operator.post("/sweeps", "kind", "CHANGE", "who", "sweep-li"));
        assertThat(sweep).startsWith("/sweeps/");
        Eventually.holds(
                "all asked", () -> operator.get(sweep + "?lang=en").body().contains(">All asked<"));
        assertThat(operator.get(sweep + "?lang=en").body())
                .contains("Where it did not work", "No answer", "/sessions/" + session)
                .doesNotContain("every 2s");
        assertThat(operator.get("/sweeps?lang=zh").body()).contains("下发授权", "sweep-li", "已全部发出");
        assertThat(acts("sweep-operator")).containsExactly("sweep.change");
    }

    @Test
    void masksTheNumberThatWasAskedForAndKeepsItWhole() {
        online("13800009002", "13800009002", 0x0011_2233_5502L);
        ConsoleBrowser operator = staff("sweep-masks", "operator", "/zj/hz/");
        String sweep = ConsoleBrowser.location(operator.post("/sweeps", "kind", "END", "who", "13800009002"));
        assertThat(operator.get(sweep).body()).contains("138****9002").doesNotContain("13800009002");
        assertThat(db.sql("select count(*) from access.sweep where told like '%13800009002%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void endsNoWholeAreaAndNobody() {
        online("13800009003", "sweep-whole", 0x0011_2233_5503L);
        ConsoleBrowser operator = staff("sweep-whole", "operator", "/zj/hz/");
        assertThat(operator.get("/sweeps/new?kind=END&lang=en").body())
                .contains("All users of an Area are not ended at once")
                .doesNotContain("name=\"kind\"");
        assertThat(ConsoleBrowser.location(operator.post("/sweeps", "kind", "END")))
                .startsWith("/sweeps/new?kind=END");
        assertThat(operator.get("/sweeps/new?kind=END&who=nobody-of-this-name&lang=en")
                        .body())
                .contains("Nobody is online here");
        assertThat(ConsoleBrowser.location(operator.post("/sweeps", "kind", "END", "who", "nobody-of-this-name")))
                .contains("who=nobody-of-this-name");
        assertThat(acts("sweep-whole")).isEmpty();
    }

    @Test
    void isNothingForWhoMayNotEndSessionsNorForAnotherArea() {
        UUID session = online("13800009004", "sweep-others", 0x0011_2233_5504L);
        ConsoleBrowser auditor = staff("sweep-auditor", "auditor", "/");
        assertThat(auditor.get("/online?who=sweep-others").body()).doesNotContain("/sweeps/new");
        assertThat(auditor.get("/sweeps/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post("/sweeps", "kind", "END", "who", "sweep-others").statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/sessions/" + session + "/change").statusCode())
                .isEqualTo(403);
        ConsoleBrowser hangzhou = staff("sweep-hz", "operator", "/zj/hz/");
        String sweep = ConsoleBrowser.location(hangzhou.post("/sweeps", "kind", "CHANGE", "who", "sweep-others"));
        ConsoleBrowser ningbo = staff("sweep-nb", "operator", "/zj/nb/");
        assertThat(ningbo.get("/sweeps").body()).doesNotContain(sweep);
        assertThat(ningbo.get(sweep).statusCode()).isEqualTo(404);
        assertThat(ningbo.post(sweep + "/stop").statusCode()).isEqualTo(404);
        assertThat(ningbo.post("/sessions/" + session + "/change").statusCode()).isEqualTo(404);
    }

    private List<String> acts(String actor) {
        return db.sql("select act from audit.entry where actor = ? and act like 'sweep%'")
                .param(actor)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
