package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills come in from BOSS's and CRM's files, all of a file or nothing (requirements B21, C14). */
@HallTest
class SpendImportTest {

    private static final String HEAD = "number,month,fen,joined,area\n";
    private static final Msisdn LI = new Msisdn("13857166501");
    private static final Msisdn WANG = new Msisdn("13857166502");

    private final Imports imports;
    private final Languages languages;
    private final Subscribers subscribers;
    private final CustomerValues values;
    private final Areas areas;
    private final JdbcClient db;
    private final StringWriter errors = new StringWriter();

    @Autowired
    SpendImportTest(
            Imports imports,
            Languages languages,
            Subscribers subscribers,
            CustomerValues values,
            Areas areas,
            JdbcClient db) {
        this.imports = imports;
        this.languages = languages;
        this.subscribers = subscribers;
        this.values = values;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
        db.sql("delete from insight.spend").update();
        db.sql("delete from insight.customer").update();
    }

    @Test
    void takesBillsRefundsAndTheMonthOfJoining() throws IOException {
        YearMonth last = values.window().last();
        ImportReport report = run(
                HEAD + LI.digits() + "," + last + ",10000,," + Town.HANGZHOU + "\n" + LI.digits() + ","
                        + last.minusMonths(1) + ",-2000,," + Town.HANGZHOU + "\n" + WANG.digits() + "," + last + ",600,"
                        + last.minusMonths(2) + "," + Town.NINGBO + "\n",
                false);
        assertThat(report.applied()).as(errors.toString()).isTrue();
        assertThat(worth(LI).fen()).contains(4_000L);
        assertThat(worth(WANG).months()).isEqualTo(3);
        assertThat(worth(WANG).fen()).contains(200L);
        assertThat(worth(WANG).areaPath()).isEqualTo(Town.NINGBO);
    }

    @Test
    void leavesNothingAfterADryRun() throws IOException {
        ImportReport report = run(HEAD + LI.digits() + ",2026-05,1,," + Town.HANGZHOU + "\n", true);
        assertThat(report.clean()).isTrue();
        assertThat(subscribers.find(LI).flatMap(values::of)).isEmpty();
    }

    @Test
    void namesEveryFaultByLineAndColumnAndTakesNothing() throws IOException {
        ImportReport report = run(
                HEAD + LI.digits() + ",2026-05,1,," + Town.HANGZHOU + "\n"
                        + "123,2026-13,1.5,yesterday,/nowhere/\n"
                        + LI.digits() + ",2026-05,1,2026-06," + Town.HANGZHOU + "\n"
                        + LI.digits() + ",2026-05,1000000000001,2026-05," + Town.HANGZHOU + "\n",
                false);
        assertThat(report.applied()).isFalse();
        assertThat(report.faults()).isEqualTo(7);
        assertThat(errors.toString())
                .contains(
                        "3,number,Not a mobile number",
                        "3,month,A month is written",
                        "3,fen,",
                        "3,joined,",
                        "3,area,There is no")
                .contains("4,joined,The bill is of a month before", "5,fen,\"An amount");
        assertThat(subscribers.find(LI).flatMap(values::of)).isEmpty();
    }

    @Test
    void givesNobodyABillWhoseNumberHasNoSubscriber() {
        assertThat(SpendImport.id(LI, Map.of(LI, 7L))).isEqualTo(7);
        assertThatThrownBy(() -> SpendImport.id(LI, Map.of(WANG, 8L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(LI.masked());
    }

    @Test
    void followsAnAreaThatMoves() throws IOException {
        areas.add("/zj/", "old", "Old town", "test");
        run(HEAD + LI.digits() + ",2026-05,1,,/zj/old/\n", false);
        areas.move("/zj/old/", Town.NINGBO, "test");
        assertThat(worth(LI).areaPath()).isEqualTo(Town.NINGBO + "old/");
    }

    private Worth worth(Msisdn number) {
        return subscribers.find(number).flatMap(values::of).orElseThrow();
    }

    private ImportReport run(String file, boolean dryRun) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("spend").orElseThrow(), dryRun, "test", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), errors, lines -> {});
    }
}
