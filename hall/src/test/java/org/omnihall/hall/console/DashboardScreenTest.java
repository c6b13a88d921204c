package org.omnihall.hall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.database.Times;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages that sum up draw on a fresh installation, and say what to do first. */
@HallTest
class DashboardScreenTest {

    private final int port;
    private final JdbcClient db;

    @Autowired
    DashboardScreenTest(@LocalServerPort int port, JdbcClient db) {
        this.port = port;
        this.db = db;
    }

    @Test
    void saysWhatToDoFirstAndDrawsEveryReportEmpty() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "fresh-admin", "administrator", "/");
        ConsoleBrowser newcomer = StaffOnPaper.browser(db, port, "fresh-operator", "operator", "/fresh/");
        assertThat(newcomer.get("/dashboard?lang=en").body()).contains("Start here", "Online now");
        assertThat(admin.get("/dashboard/logins.json").body()).contains("\"value\":0");
        assertThat(admin.get("/funnel.json?lang=en").body()).contains("Redirected");
        for (String page : List.of("/funnel", "/trace", "/figures", "/messages", "/gateways")) {
            assertThat(admin.get(page).statusCode()).as(page).isEqualTo(200);
        }
        admin.get("/trace");
        assertThat(admin.post("/trace", "number", "13800009999").statusCode()).isEqualTo(200);
    }

    @Test
    void countsTheRunningMinuteAmongTheLoginsAMinute() {
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "rush-operator", "operator", "/rush/");
        assertThat(operator.get("/dashboard?lang=en").body()).contains(">0.0<");
        for (int i = 0; i < 7; i++) {
            db.sql("""
                            insert into access.funnel_step (attempt, step, at, area_path, ssid, phone)
                            values (gen_random_uuid(), 'ACCOUNTING_STARTED', ?, '/rush/', 'CMCC', '')
                            """).param(Times.at(Instant.now())).update();
        }
        assertThat(operator.get("/dashboard?lang=en").body()).contains(">0.7<");
    }

    @Test
    void figuresAreSetOnlyByRight() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "figure-admin", "administrator", "/");
        admin.get("/figures");
        admin.post("/figures", "kind", "OPERATOR", "key", "", "figure", "codeTries", "value", "7");
        assertThat(admin.get("/figures?kind=OPERATOR&lang=en").body()).contains(">7<", "Set here");
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "figure-operator", "operator", "/");
        operator.get("/figures");
        assertThat(operator.post("/figures", "kind", "OPERATOR", "key", "", "figure", "codeTries", "value", "9")
                        .statusCode())
                .isEqualTo(403);
    }
}
