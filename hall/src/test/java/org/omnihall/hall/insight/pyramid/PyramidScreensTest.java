package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pyramid on screens: its figures, its runs, the customers of a tier, one customer. */
@HallTest
class PyramidScreensTest extends PyramidFigures {

    @Autowired
    PyramidScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        super(port, hall);
    }

    @Test
    void saysThatThereIsNothingYetAndWhatToDo() {
        ConsoleBrowser boss = boss("administrator", "/");
        assertThat(boss.get("/pyramid").body()).contains("No values yet", "Compute now");
        assertThat(boss.get("/pyramid/runs").body()).contains("Nothing was computed yet");
        assertThat(boss.get("/pyramid/tiers.json").body()).isEqualTo("[]");
        assertThat(boss.get("/pyramid/borders").body()).contains("钻石", "Diamond");
    }

    @Test
    void drawsThePyramidWithItsFigures() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        assertThat(boss.get("/pyramid").body())
                .contains("Diamond", "data-chart=\"pyramid\"", "data-chart=\"lorenz\"")
                .contains("50.0 %")
                .contains("this is no pyramid");
        assertThat(boss.get("/pyramid/tiers.json").body()).contains("\"name\":\"Diamond\"", "\"customers\":\"8.3\"");
        assertThat(boss.get("/pyramid/lorenz.json").body()).contains("{\"customers\":100,\"value\":100");
    }

    @Test
    void listsTheCustomersOfATierMaskedAndByArea() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        String ordinary = boss.get("/pyramid/tiers/4").body();
        assertThat(ordinary).contains("138****70", Town.NINGBO, "10.00").doesNotContain("1385716700");
        assertThat(boss.get("/pyramid/tiers/4?area=" + Town.NINGBO).body())
                .contains("138****7012")
                .doesNotContain("138****7005");
        ConsoleBrowser local = boss("administrator", Town.NINGBO);
        assertThat(local.get("/pyramid/tiers/4").body()).contains("138****7012").doesNotContain("138****7005");
        assertThat(local.get("/pyramid/tiers/4?area=/").body()).doesNotContain("138****7005");
        assertThat(local.get("/pyramid/tiers/1").body()).contains("Nobody in this tier");
        assertThat(boss.get("/pyramid/tiers/9").statusCode()).isEqualTo(404);
        assertThat(boss.get("/pyramid/tiers/0").statusCode()).isEqualTo(404);
        String csv = local.get("/intake/customer-values.csv").body();
        assertThat(csv.lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("138****7012," + Town.NINGBO + ",Ordinary,普通,ORDINARY,1,1000");
    }

    @Test
    void showsOneCustomerWhoseNumberStandsInNoAddress() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        boss.get("/pyramid");
        String page = ConsoleBrowser.location(boss.post("/pyramid/customers", "number", FIRST));
        assertThat(page).startsWith("/pyramid/customers/").doesNotContain(FIRST);
        assertThat(boss.get(page).body()).contains("138****7001", "120.00", "Diamond", "first value");
        assertThat(db.sql("select count(*) from audit.entry where act = 'value.see' and subject = ?")
                        .param("subscriber:" + id(1))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        boss.post("/pyramid/customers", "number", "13900000000");
        assertThat(boss.get("/pyramid").body()).contains("No customer in your area has this number");
        ConsoleBrowser local = boss("administrator", Town.NINGBO);
        assertThat(local.get(page).statusCode()).isEqualTo(404);
        local.get("/pyramid");
        assertThat(ConsoleBrowser.location(local.post("/pyramid/customers", "number", FIRST)))
                .isEqualTo("/pyramid");
    }

    @Test
    void listsRunsAndBeginsOne() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at)
                values ('RUNNING', 'COMPUTING', '', 'LI', '2026-05-01', '2026-10-01', 1, '2999-01-01', '2999-01-01')""").update();
        assertThat(boss.get("/pyramid/runs").body()).contains("computing", "every 2s", "In force", "LI");
        boss.post("/pyramid/compute");
        assertThat(boss.get("/pyramid/runs").body()).contains("A computation runs already");
    }

    @Test
    void looksAgainAtThePageOfRunsThatIsRead() {
        db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at, ended_at)
                select case n when 1 then 'RUNNING' else 'FAILED' end, 'COMPUTING', '', 'LI-' || n, '2026-05-01', '2026-10-01', 1, '2999-01-01',
                    '2999-01-01', case when n > 1 then timestamptz '2999-01-01' end
                from generate_series(1, 51) n""").update();
        ConsoleBrowser boss = boss("administrator", "/");
        String newest = boss.get("/pyramid/runs").body();
        assertThat(newest).contains("LI-51", "LI-2<").doesNotContain("LI-1<", "every 2s");
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(newest);
        assertThat(next.find()).isTrue();
        assertThat(boss.get(next.group(1)).body())
                .contains("LI-1<", "every 2s", "hx-get=\"" + next.group(1) + "\"")
                .doesNotContain("LI-2<");
    }

    @Test
    void drawsThePyramidOnceForARun() {
        compute();
        PyramidFacts facts = hall.getBean(PyramidFacts.class);
        PyramidPage first = facts.page().orElseThrow();
        assertThat(facts.page().orElseThrow()).isSameAs(first);
        compute();
        PyramidPage second = facts.page().orElseThrow();
        assertThat(second.now().run()).isGreaterThan(first.now().run());
        pyramids().publishAgain(1, "test");
        assertThat(facts.page().orElseThrow().newest()).isGreaterThan(second.newest());
        db.sql("update insight.standing set run_id = null").update();
        assertThat(facts.page()).isEmpty();
    }
}
