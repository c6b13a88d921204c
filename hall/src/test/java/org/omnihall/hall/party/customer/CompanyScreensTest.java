package org.omnihall.hall.party.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.code;
import static org.omnihall.hall.party.customer.ScreenDesk.act;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies on screens: found, shown and changed by who may, in his Area (requirement A13). */
@HallTest
class CompanyScreensTest {

    private final int port;
    private final ScreenDesk desk;
    private final JdbcClient db;

    @Autowired
    CompanyScreensTest(@LocalServerPort int port, ApplicationContext hall, JdbcClient db) {
        this.port = port;
        this.desk = new ScreenDesk(hall, port);
        this.db = db;
    }

    @BeforeEach
    void begin() {
        desk.managers();
    }

    @Test
    void addsACompanyAndShowsItsPage() {
        ConsoleBrowser admin = desk.admin("company-admin");
        admin.get("/companies?lang=en");
        String page = location(admin.post(
                "/companies",
                "name",
                "画面咖啡有限公司",
                "code",
                code(301).text().toLowerCase(Locale.ROOT),
                "area",
                HANGZHOU,
                "industry",
                "HOSPITALITY",
                "size",
                "SMALL",
                "parent",
                "",
                "grid",
                ""));
        assertThat(page).matches("/companies/\\d+");
        assertThat(admin.get(page).body())
                .contains("画面咖啡有限公司", code(301).text(), "H", "Hospitality", "Saved", "meets no rule", "杭州");
        assertThat(admin.get("/companies?name=画面&tier=MICRO&area=/zj/hz/").body())
                .contains(page);
        assertThat(admin.get("/companies?name=画面&tier=A").body()).contains("No company");
        assertThat(admin.get("/companies?name=画面&area=/zj/nb/").body()).doesNotContain(page);
        assertThat(act(admin, "/companies", "name", "x", "code", "91330100799655058C", "area", HANGZHOU))
                .contains("no valid registration code");
        assertThat(act(admin, page, "name", "画面茶馆", "code", "", "area", HANGZHOU, "parent", "no such company"))
                .contains("No one company above is so called", "画面咖啡有限公司");
        act(admin, page, "name", "画面茶馆", "code", "", "area", HANGZHOU);
        assertThat(admin.get(page).body()).contains("画面茶馆");
    }

    @Test
    void givesAManagerATierMembersAnAccountAndAWordOfConsent() {
        ConsoleBrowser admin = desk.admin("acts-admin");
        long id = desk.company("画面办事处", HANGZHOU);
        String page = "/companies/" + id;
        admin.get(page + "?lang=en");
        assertThat(act(admin, page + "/tier", "tier", "A", "reason", "a hospital"))
                .contains("needs an account manager");
        act(admin, page + "/manager", "manager", "screen-mei");
        act(admin, page + "/tier", "tier", "A", "reason", "a hospital");
        assertThat(admin.get(page).body()).contains("Set by hand: a hospital", "screen-mei", "Its own");
        act(admin, page + "/members", "number", "138 5719 5001", "from", "2026-01-01", "pays", "DATA", "cap", "30.5");
        String members = admin.get(page).body();
        assertThat(members).contains("138****5001", "30.50 yuan").doesNotContain("13857195001");
        long membership = desk.one("select id from party.membership where company_id = ?", id);
        act(admin, "/memberships/" + membership + "/pay", "pays", "VOICE", "pays", "WLAN", "cap", "");
        assertThat(desk.text("select array_to_string(pays, ' ') from party.membership where id = ?", membership))
                .isEqualTo("VOICE WLAN");
        assertThat(act(admin, "/memberships/" + membership + "/end", "to", "2025-01-01"))
                .contains("These days cannot be");
        act(admin, "/memberships/" + membership + "/end", "to", "2026-02-01");
        assertThat(admin.get(page).body()).contains("2026-02-01", "Not today");
        act(admin, "/billing-accounts", "kind", "COMPANY", "id", "" + id, "name", "main", "form", "POSTPAID");
        long account = desk.one("select id from party.billing_account where company_id = ?", id);
        act(admin, "/billing-accounts/" + account + "/state", "state", "SUSPENDED");
        act(
                admin,
                "/consents",
                "kind",
                "COMPANY",
                "id",
                "" + id,
                "purpose",
                "SURVEY",
                "medium",
                "CALL",
                "given",
                "true",
                "source",
                "form 17");
        assertThat(admin.get(page).body()).contains("Suspended", "form 17", "Surveys", "Calls");
        act(admin, page + "/unpin");
        assertThat(admin.get(page).body())
                .doesNotContain("Set by hand: a hospital</dd>")
                .contains("A → Micro");
    }

    @Test
    void keepsCompaniesOfAnotherAreaFromWhoDoesNotAnswerForIt() {
        long far = desk.company("宁波画面", NINGBO);
        ConsoleBrowser ofHangzhou = StaffOnPaper.browser(db, port, "screen-hz", "administrator", HANGZHOU);
        ofHangzhou.get("/companies?lang=en");
        assertThat(ofHangzhou.get("/companies?name=宁波画面").body()).contains("No company");
        assertThat(ofHangzhou.get("/companies?name=宁波画面&area=/").body()).contains("No company");
        assertThat(ofHangzhou.get("/companies/" + far).statusCode()).isEqualTo(404);
        assertThat(ofHangzhou
                        .post("/companies/" + far + "/tier", "tier", "A", "reason", "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ofHangzhou.post("/companies", "name", "x", "area", NINGBO).statusCode())
                .isEqualTo(403);
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "screen-operator", "operator", "/");
        assertThat(operator.get("/companies").statusCode()).isEqualTo(403);
        ConsoleBrowser clerk = StaffOnPaper.browser(db, port, "screen-clerk", "clerk", "/");
        assertThat(clerk.get("/companies/" + far).body()).doesNotContain("/companies/" + far + "/tier");
        assertThat(clerk.post("/companies/" + far + "/tier", "tier", "A", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        act(
                clerk,
                "/consents",
                "kind",
                "COMPANY",
                "id",
                "" + far,
                "purpose",
                "MARKETING",
                "medium",
                "ALL",
                "given",
                "false",
                "source",
                "desk");
        assertThat(clerk.get("/companies/" + far).body()).contains("desk");
    }
}
