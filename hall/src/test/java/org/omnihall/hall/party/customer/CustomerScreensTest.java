package org.omnihall.hall.party.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.done;
import static org.omnihall.hall.party.customer.ScreenDesk.act;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons, grids, tiers and doubled records on screens, with every search and look audited (requirements D6, A13). */
@HallTest
class CustomerScreensTest {

    private final int port;
    private final ScreenDesk desk;
    private final JdbcClient db;
    private final Companies companies;
    private final Individuals individuals;

    @Autowired
    CustomerScreensTest(
            @LocalServerPort int port,
            ApplicationContext hall,
            JdbcClient db,
            Companies companies,
            Individuals individuals) {
        this.port = port;
        this.desk = new ScreenDesk(hall, port);
        this.db = db;
        this.companies = companies;
        this.individuals = individuals;
    }

    @BeforeEach
    void begin() {
        desk.managers();
    }

    @Test
    void findsPersonsByNumberAndCertificateUnderAudit() {
        ConsoleBrowser admin = desk.admin("person-admin");
        admin.get("/persons?lang=en");
        String page = location(admin.post(
                "/persons",
                "family",
                "冯",
                "given",
                "画",
                "area",
                HANGZHOU,
                "kind",
                "ID_CARD",
                "certificate",
                card(301).number(),
                "contacts",
                "13857195101，13857195102"));
        assertThat(page).matches("/persons/\\d+");
        act(admin, page + "/numbers", "number", "13857195103");
        assertThat(admin.get(page).body())
                .contains("冯画", "****" + card(301).hint().ending(), "138****5101", "138****5103")
                .doesNotContain(card(301).number(), "13857195103");
        assertThat(lastAct("person-admin")).startsWith("individual.see individual:");
        assertThat(admin.post("/persons/find", "typed", "138 5719 5103").body()).contains(page);
        assertThat(lastAct("person-admin")).isEqualTo("individual.search individuals number 138****5103");
        assertThat(admin.post("/persons/find", "typed", card(301).number()).body())
                .contains(page);
        assertThat(lastAct("person-admin"))
                .endsWith("ID_CARD ****" + card(301).hint().ending());
        assertThat(admin.post("/persons/find", "typed", card(302).number()).body())
                .contains("Nobody found");
        assertThat(admin.get("/persons?name=冯").body()).contains(page);
        assertThat(lastAct("person-admin")).isEqualTo("individual.search individuals by name");
        assertThat(admin.post(page + "/certificate").body()).contains(card(301).number());
        assertThat(lastAct("person-admin")).startsWith("certificate.see");
        admin.get(page);
        act(
                admin,
                page,
                "family",
                "冯",
                "given",
                "画画",
                "area",
                HANGZHOU,
                "kind",
                "ID_CARD",
                "certificate",
                "",
                "contacts",
                "");
        assertThat(admin.get(page).body())
                .contains("冯画画", "138****5101", card(301).hint().ending());
        long subscriber = desk.one("select id from party.subscriber where msisdn = '13857195103' and ? > 0", 1);
        act(admin, page + "/numbers/" + subscriber + "/release");
        assertThat(admin.get(page).body()).contains("He holds no number");
    }

    @Test
    void showsAClerkNoCertificateAndNobodyOfAnotherArea() {
        Individual far = done(individuals.add(Individual.Draft.of("宁波人", NINGBO).with(card(303)), ACTOR));
        ConsoleBrowser clerk = StaffOnPaper.browser(db, port, "person-clerk", "clerk", HANGZHOU);
        clerk.get("/persons?lang=en");
        assertThat(clerk.get("/persons/" + far.id()).statusCode()).isEqualTo(404);
        assertThat(clerk.post("/persons/find", "typed", card(303).number()).body())
                .contains("Nobody found");
        Individual near =
                done(individuals.add(Individual.Draft.of("杭州人", HANGZHOU).with(card(304)), ACTOR));
        assertThat(clerk.get("/persons/" + near.id()).body()).doesNotContain("/certificate\"");
        assertThat(clerk.post("/persons/" + near.id() + "/certificate").statusCode())
                .isEqualTo(403);
    }

    @Test
    void handsAGridOverWithItsCompanies() {
        ConsoleBrowser admin = desk.admin("grid-admin");
        admin.get("/grids?lang=en");
        String page = location(admin.post("/grids", "name", "画面网格", "area", HANGZHOU, "manager", "screen-mei"));
        assertThat(page).matches("/grids/\\d+");
        long grid = Long.parseLong(page.replaceAll("\\D", ""));
        Company inside = done(companies.add(Facts.of("网格内画面", HANGZHOU).withGrid(Optional.of(grid)), ACTOR));
        assertThat(admin.get(page).body()).contains("画面网格", "screen-mei");
        assertThat(act(admin, page + "/reassign", "manager", "screen-jun"))
                .contains("Handed over", "screen-jun", "screen-mei");
        assertThat(companies.find(inside.id()).flatMap(Company::manager)).contains("screen-jun");
        assertThat(act(admin, page + "/remove")).contains("Companies still use it");
        assertThat(admin.get("/grids?manager=screen-jun&area=/zj/hz/").body()).contains("画面网格");
        assertThat(admin.get("/grids?manager=nobody").body()).contains("No grid");
        assertThat(act(admin, "/area-managers", "area", NINGBO, "manager", "screen-mei"))
                .contains("cannot look after this Area");
        act(admin, "/area-managers", "area", HANGZHOU, "manager", "screen-mei");
        assertThat(desk.text("select manager from party.area_manager where area_path = ?", HANGZHOU))
                .isEqualTo("screen-mei");
        act(admin, "/area-managers", "area", HANGZHOU, "manager", "");
        assertThat(desk.one("select count(*) from party.area_manager where area_path = ?", HANGZHOU))
                .isZero();
    }

    @Test
    void changesTheRulesOfTiersAndReviewsTheCompanies() {
        ConsoleBrowser admin = desk.admin("tier-admin");
        long id = desk.company("规则画面", HANGZHOU);
        db.sql("update party.company set monthly_spend = 8000 where id = ?")
                .param(id)
                .update();
        admin.get("/tier-rules?lang=en");
        assertThat(act(admin, "/tier-rules", "place", "99", "tier", "C", "spend", "80", "members", "0", "industry", ""))
                .contains("80.00", "Rule added");
        long rule = desk.one("select max(id) from party.tier_rule where ? > 0", 1);
        act(admin, "/tier-rules/review");
        assertThat(companies.find(id).map(Company::tier).map(Enum::name)).contains("C");
        act(admin, "/tier-rules/" + rule + "/remove");
        act(admin, "/tier-rules/review");
        assertThat(companies.find(id).map(Company::tier).map(Enum::name)).contains("MICRO");
        assertThat(act(admin, "/tier-rules", "place", "1", "tier", "A", "spend", "-5", "members", "0"))
                .contains("This amount or kind cannot be");
        ConsoleBrowser ofHangzhou = StaffOnPaper.browser(db, port, "tier-hz", "administrator", HANGZHOU);
        ofHangzhou.get("/tier-rules");
        assertThat(ofHangzhou.post("/tier-rules/review").statusCode()).isEqualTo(403);
    }

    @Test
    void comparesMergesAndUndoes() {
        ConsoleBrowser admin = desk.admin("merge-admin");
        long kept = desk.company("画面双生有限公司", HANGZHOU);
        long gone = desk.company("画面双生有限责任公司", HANGZHOU);
        admin.get("/duplicates?lang=en");
        String compare = "/duplicates/compare?kind=COMPANY&kept=" + kept + "&gone=" + gone;
        assertThat(admin.get("/duplicates?kind=COMPANY").body()).contains("画面双生有限公司", "Name and Area", compare);
        assertThat(admin.get(compare).body()).contains("Memberships", "画面双生有限责任公司");
        act(admin, "/merges", "kind", "COMPANY", "kept", "" + kept, "gone", "" + gone);
        long merge = desk.one("select id from party.merge where gone_id = ? and undone_at is null", gone);
        assertThat(admin.get("/merges").body()).contains("/merges/" + merge + "/undo");
        assertThat(admin.get("/companies/" + gone).body()).contains("画面双生有限公司");
        act(admin, "/merges/" + merge + "/undo");
        assertThat(admin.get("/merges").body()).contains("Undone by merge-admin");
        assertThat(admin.get("/companies/" + gone).body()).contains("画面双生有限责任公司");
        act(admin, "/duplicates/apart", "kind", "COMPANY", "kept", "" + kept, "gone", "" + gone);
        assertThat(admin.get("/duplicates").body()).doesNotContain(compare);
        assertThat(admin.get("/duplicates?kind=INDIVIDUAL").statusCode()).isEqualTo(200);
        ConsoleBrowser far = StaffOnPaper.browser(db, port, "merge-nb", "administrator", NINGBO);
        far.get("/duplicates");
        assertThat(far.post("/merges", "kind", "COMPANY", "kept", "" + kept, "gone", "" + gone)
                        .statusCode())
                .isEqualTo(404);
    }

    private String lastAct(String actor) {
        return db.sql(
                        "select act || ' ' || subject || ' ' || detail from audit.entry where actor = ? order by id desc limit 1")
                .param(actor)
                .query(String.class)
                .single()
                .strip();
    }
}
