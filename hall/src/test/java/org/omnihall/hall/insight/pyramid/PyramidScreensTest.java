package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Ledger;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pyramid on screens: its figures, its borders with their effect, the customers of a tier, one customer. */
@HallTest
class PyramidScreensTest {

    private static final AtomicInteger LOGINS = new AtomicInteger();
    private static final String FIRST = "13857167001";

    @TempDir
    Path folder;

    private final int port;
    private final ApplicationContext hall;
    private final JdbcClient db;
    private final Subscribers subscribers;

    @Autowired
    PyramidScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.subscribers = hall.getBean(Subscribers.class);
    }

    /** Figures in force: eleven customers in Hangzhou and one in Ningbo. */
    @BeforeEach
    void begin() {
        Town.areas(hall.getBean(Areas.class));
        for (String table : List.of("tier_change", "run_tier", "distribution", "value", "customer", "spend")) {
            db.sql("delete from insight." + table).update();
        }
        db.sql("update insight.standing set run_id = null").update();
        db.sql("delete from insight.run").update();
        db.sql("delete from insight.pyramid_tier where version > 1").update();
        db.sql("delete from insight.pyramid where version > 1").update();
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
    void showsTheEffectOfBordersBeforeTheyArePublishedAndGoesBack() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        boss.get("/pyramid/borders");
        String effect = boss.post("/pyramid/borders/preview", draft("SPEND", "35", "15"))
                .body();
        assertThat(effect).contains("Effect with the values in force", "Publish", "value=\"35\"", "25.0 %", "66.7 %");
        assertThat(pyramids().newest().version()).as("nothing is changed").isEqualTo(1);
        assertThat(ConsoleBrowser.location(boss.post("/pyramid/borders", draft("SPEND", "35", "15"))))
                .isEqualTo("/pyramid/borders");
        long published = pyramids().newest().version();
        assertThat(published).isGreaterThan(1);
        assertThat(pyramids().newest().tiers().getFirst().border()).contains(3_500L);
        assertThat(boss.get("/pyramid").body()).contains("takes effect with the next computation");
        boss.post("/pyramid/borders/1/again");
        assertThat(pyramids().newest().againOf()).contains(1L);
        assertThat(pyramids().newest().tiers())
                .isEqualTo(pyramids().find(1).orElseThrow().tiers());
        assertThat(boss.get("/pyramid/borders/" + published).body())
                .contains("value=\"35.00\"", "Effect with the values in force", "action=\"/pyramid/borders\"");
        assertThat(db.sql("select act from audit.entry where act like 'pyramid.%' and subject in (?, ?) order by id")
                        .params(
                                "pyramid:" + published,
                                "pyramid:" + pyramids().newest().version())
                        .query(String.class)
                        .list())
                .containsExactly("pyramid.publish", "pyramid.publish-again");
        assertThat(boss.post("/pyramid/borders/99999/again").statusCode()).isEqualTo(404);
        assertThat(boss.get("/pyramid/borders/preview").body())
                .as("a page that is loaded again")
                .contains("Look at the effect")
                .doesNotContain("Effect with the values in force");
    }

    @Test
    void refusesWhatIsNoPyramidAndGivesWhatWasTypedBack() {
        compute();
        ConsoleBrowser boss = boss("administrator", "/");
        boss.get("/pyramid/borders");
        String heavy = boss.post("/pyramid/borders/preview", draft("SPEND", "30", "25"))
                .body();
        assertThat(heavy)
                .contains("would not be smaller", "value=\"30\"")
                .doesNotContain("action=\"/pyramid/borders\"");
        assertThat(boss.post("/pyramid/borders", draft("SPEND", "30", "25")).body())
                .contains("would not be smaller");
        assertThat(boss.post("/pyramid/borders", draft("SPEND", "15", "35")).body())
                .contains("each is beyond");
        assertThat(boss.post("/pyramid/borders/preview", draft("SPEND", "much", "15"))
                        .body())
                .contains("is-invalid", "value=\"much\"");
        assertThat(pyramids().newest().version()).isEqualTo(1);
    }

    @Test
    void keepsChangesFromThoseWhoMayOnlySee() {
        ConsoleBrowser auditor = boss("auditor", "/");
        assertThat(auditor.get("/pyramid").body())
                .contains("No values yet")
                .doesNotContain("action=\"/pyramid/compute\"");
        auditor.get("/pyramid/borders");
        assertThat(auditor.post("/pyramid/borders", draft("SPEND", "35", "15")).statusCode())
                .isEqualTo(403);
        assertThat(auditor.post("/pyramid/compute").statusCode()).isEqualTo(403);
        assertThat(boss("clerk", "/").get("/pyramid").statusCode()).isEqualTo(403);
    }

    @Test
    void keepsWhatIsEverybodysFromWhoAnswersForAnAreaOnly() {
        compute();
        ConsoleBrowser local = boss("administrator", Town.NINGBO);
        assertThat(local.get("/pyramid").body()).contains("Diamond").doesNotContain("action=\"/pyramid/compute\"");
        assertThat(local.get("/pyramid/runs").body())
                .contains("In force")
                .doesNotContain("action=\"/pyramid/compute\"");
        assertThat(local.get("/pyramid/borders/1").body())
                .contains("Diamond")
                .doesNotContain("action=\"/pyramid/borders\"", "Look at the effect");
        assertThat(local.post("/pyramid/borders", draft("SPEND", "35", "15")).statusCode())
                .isEqualTo(403);
        assertThat(local.post("/pyramid/borders/1/again").statusCode()).isEqualTo(403);
        assertThat(local.post("/pyramid/compute").statusCode()).isEqualTo(403);
        assertThat(pyramids().newest().version()).isEqualTo(1);
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

    private Pyramids pyramids() {
        return hall.getBean(Pyramids.class);
    }

    private ConsoleBrowser boss(String role, String area) {
        ConsoleBrowser browser = StaffOnPaper.browser(db, port, "pyramid-" + LOGINS.incrementAndGet(), role, area);
        browser.get("/pyramid?lang=en");
        return browser;
    }

    private static String[] draft(String cut, String first, String second) {
        return new String[] {
            "cut",
            cut,
            "zh1",
            "金",
            "en1",
            "Gold",
            "class1",
            "KEY",
            "border1",
            first,
            "zh2",
            "银",
            "en2",
            "Silver",
            "class2",
            "BUSINESS",
            "border2",
            second,
            "zh3",
            "铜",
            "en3",
            "Bronze",
            "class3",
            "ORDINARY",
            "border3",
            ""
        };
    }

    private long id(int customer) {
        return subscribers.idOf(new Msisdn("138571670%02d".formatted(customer)));
    }

    /** One worth 120 yuan, three worth 20, eight worth less than 15: values that make a pyramid by other borders than those in force. */
    private void compute() {
        YearMonth month = hall.getBean(CustomerValues.class).window().last();
        long[] fen = {12_000, 2_000, 2_000, 2_000, 1_000, 1_000, 1_000, 1_000, 500, 250, 250, 1_000};
        List<Spending.Bill> bills = new ArrayList<>();
        for (int i = 0; i < fen.length; i++) {
            bills.add(new Spending.Bill(
                    id(i + 1), month, fen[i], Optional.empty(), i == 11 ? Town.NINGBO : Town.HANGZHOU));
        }
        hall.getBean(Spending.class).tell(bills);
        try {
            Ledger.compute(
                    hall.getBean(HikariDataSource.class),
                    hall.getBean(CustomerValues.class).window(),
                    folder);
        } catch (SQLException | IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
