package org.omnihall.hall.party.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.party.NumberPlans;
import org.omnihall.hall.party.Operator;
import org.omnihall.hall.party.SegmentPlace;
import org.omnihall.hall.party.SegmentRange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers on screens: how one is judged, the plan's versions, ported numbers and lists; numbers are masked, looks and changes audited. */
@HallTest
class NumberScreensTest {

    private static final String HEAD = "segment,operator,province,city\n";

    private final int port;
    private final JdbcClient db;
    private final NumberPlans plans;

    @Autowired
    NumberScreensTest(@LocalServerPort int port, JdbcClient db, NumberPlans plans) {
        this.port = port;
        this.db = db;
        this.plans = plans;
    }

    @Test
    void showsHowANumberIsJudgedAndWritesTheLookDown() {
        SegmentPlace hangzhou = new SegmentPlace(Operator.CHINA_MOBILE, "Zhejiang", "Hangzhou");
        plans.take(List.of(new SegmentRange(1385710, 1385710, hangzhou)), "test", false, "test");
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "look-admin", "administrator", "/");
        admin.get("/numbers?lang=en");
        assertThat(admin.post("/numbers", "number", "138 5710 0201").body())
                .contains("Served.", "1385710", "China Mobile", "Hangzhou, Zhejiang", "No BOSS is connected");
        assertThat(lastAct("look-admin")).isEqualTo("number.look-up number:138****0201 OURS");

        admin.post("/number-list", "number", "13857100201", "list", "DENY", "reason", "stolen");
        assertThat(admin.post("/numbers", "number", "13857100201").body()).contains("Not served.", "deny list");
        admin.get("/numbers?lang=zh");
        assertThat(admin.post("/numbers", "number", "13857100201").body()).contains("不可使用", "浙江 杭州市");
        assertThat(admin.post("/numbers", "number", "12").body()).contains("不是手机号码");

        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "look-operator", "operator", "/");
        assertThat(operator.get("/numbers").statusCode()).isEqualTo(403);
    }

    @Test
    void listsPortedNumbersMaskedAndShowsOneUnderAudit() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "ported-admin", "administrator", "/");
        admin.get("/ported-numbers?lang=en");
        admin.post("/ported-numbers", "number", "13857100301", "operator", "CHINA_TELECOM");
        String list = admin.get("/ported-numbers?number=13857100301").body();
        assertThat(list)
                .contains("138****0301", "China Telecom", "ported-admin")
                .doesNotContain("<span class=\"h-mono h-nowrap\">13857100301");
        assertThat(admin.get("/ported-numbers?number=1385710030").body()).contains("No ported number");
        assertThat(admin.get("/ported-numbers?number=13857100301&operator=CHINA_UNICOM")
                        .body())
                .contains("No ported number");

        long id = db.sql("select id from party.ported_number where msisdn = '13857100301'")
                .query(Long.class)
                .single();
        assertThat(admin.post("/ported-numbers/" + id + "/reveal").body()).contains("13857100301");
        assertThat(lastAct("ported-admin")).startsWith("number.see number:138****0301");
        admin.post("/ported-numbers/" + id + "/remove");
        assertThat(lastAct("ported-admin")).startsWith("number.unport");
        assertThat(admin.get("/ported-numbers?number=13857100301").body()).contains("No ported number");
        admin.post("/ported-numbers", "number", "138", "operator", "CHINA_TELECOM");
        assertThat(admin.get("/ported-numbers").body()).contains("This is not a mobile number");
    }

    @Test
    void turnsThePagesOfALongList() {
        db.sql("""
                        insert into party.listed_number (msisdn, list, reason, changed_at, by_actor)
                        select '1385719' || lpad(n::text, 4, '0'), 'ALLOW', 'test phone ' || n, timestamptz '2026-01-01', 'test'
                        from generate_series(1, 120) n""").update();
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "list-admin", "administrator", "/");
        String first = admin.get("/number-list?lang=en&list=ALLOW").body();
        assertThat(first).contains("test phone 120<").doesNotContain("test phone 70<");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(admin.get(next).body()).contains("test phone 70<").doesNotContain("test phone 71<");
    }

    @Test
    void makesAPlanReadyComparesUsesAndRollsBack() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "plan-admin", "administrator", "/");
        admin.get("/number-plan?lang=en");
        assertThat(admin.upload("/number-plan", "plan.csv", HEAD + "1220000,移动,浙江,杭州\n", "note", "bad")
                        .body())
                .contains("Faults in the file: 1", "Not a segment of seven digits");
        String first = location(admin.upload("/number-plan", "plan.csv", HEAD + "1957100,移动,浙江,杭州\n", "note", "young"));
        assertThat(first).matches("/number-plan/\\d+");
        assertThat(admin.get(first).body()).contains("1957100", "Hangzhou, Zhejiang", "Use this version", "young");
        assertThat(admin.get("/number-plan").body()).contains("Not used yet");
        admin.post(first + "/use");
        assertThat(lastAct("plan-admin")).isEqualTo("number-plan.use number-plan:" + first.replaceAll("\\D", "") + " ");

        String second = location(admin.upload("/number-plan", "plan.csv", HEAD + "1957100,移动,浙江,宁波\n", "note", ""));
        assertThat(admin.get(second).body()).contains("Hangzhou, Zhejiang", "Ningbo, Zhejiang");
        admin.post(second + "/use");
        assertThat(admin.get(first).body()).contains("Roll back to this version");
        admin.post(first + "/use");
        assertThat(admin.get(first).body()).contains("In use");
        admin.post(second + "/discard");
        assertThat(admin.get(second).statusCode()).isEqualTo(200);
        String third = location(admin.upload("/number-plan", "plan.csv", HEAD + "1957100,移动,浙江,宁波\n", "note", ""));
        admin.post(third + "/discard");
        assertThat(admin.get(third).statusCode()).isEqualTo(404);

        ConsoleBrowser ofHangzhou = StaffOnPaper.browser(db, port, "plan-hz", "administrator", "/zj/hz/");
        ofHangzhou.get("/number-plan");
        assertThat(ofHangzhou.post(first + "/use").statusCode()).isEqualTo(403);
    }

    private String lastAct(String actor) {
        return db.sql(
                        "select act || ' ' || subject || ' ' || detail from audit.entry where actor = ? order by id desc limit 1")
                .param(actor)
                .query(String.class)
                .single();
    }
}
