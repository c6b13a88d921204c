package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.NumberStanding.Reason.DENIED;
import static org.omnihall.hall.party.NumberStanding.Reason.FOREIGN;
import static org.omnihall.hall.party.NumberStanding.Reason.PORTED_OUT;
import static org.omnihall.hall.party.NumberStanding.Reason.UNKNOWN;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.intake.Exports;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.party.NumberStanding.NotOurs;
import org.omnihall.hall.party.NumberStanding.Ours;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number plan, the single numbers that differ from it, their imports and exports, and the judgement over all, on a real database. */
@HallTest
class NumberPlansTest {

    private static final SegmentPlace HANGZHOU = new SegmentPlace(Operator.CHINA_MOBILE, "Zhejiang", "Hangzhou");
    private static final SegmentPlace BEIJING = new SegmentPlace(Operator.CHINA_MOBILE, "Beijing", "Beijing");
    private static final Msisdn LI = new Msisdn("13805710001");
    private static final Msisdn WANG = new Msisdn("13805710002");
    private static final Msisdn FAR = new Msisdn("13800100001");
    private static final Msisdn NOBODY = new Msisdn("14000000001");

    private final NumberPlan plan;
    private final NumberPlans plans;
    private final SegmentsInUse inUse;
    private final SpecialNumbers special;
    private final Imports imports;
    private final Exports exports;
    private final Languages languages;
    private final JdbcClient db;

    @Autowired
    NumberPlansTest(
            NumberPlan plan,
            NumberPlans plans,
            SegmentsInUse inUse,
            SpecialNumbers special,
            Imports imports,
            Exports exports,
            Languages languages,
            JdbcClient db) {
        this.plan = plan;
        this.plans = plans;
        this.inUse = inUse;
        this.special = special;
        this.imports = imports;
        this.exports = exports;
        this.languages = languages;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        db.sql("delete from party.ported_number").update();
        db.sql("delete from party.listed_number").update();
        SegmentTable small = SegmentTable.of(
                List.of(new SegmentRange(1380571, 1380571, HANGZHOU), new SegmentRange(1380010, 1380010, BEIJING)));
        db.sql("""
                        with made as (
                            insert into party.number_plan (made_at, made_by, source, note, segments, lines)
                            values (:now, 'test', 'test', '', 2, :lines) returning version)
                        insert into party.number_plan_use (version, at, by_actor) select version, :now, 'test' from made""")
                .param("now", Times.at(Instant.EPOCH))
                .param("lines", PlanLines.pack(small).toBytes())
                .update();
        inUse.refresh();
    }

    @Test
    void judgesByPlanPortabilityAndLists() {
        assertThat(plan.judge(LI)).isEqualTo(new Ours("Zhejiang", "Hangzhou"));
        assertThat(plan.judge(FAR)).isEqualTo(new NotOurs(FOREIGN));
        assertThat(plan.judge(NOBODY)).isEqualTo(new NotOurs(UNKNOWN));

        special.port(WANG, Operator.CHINA_TELECOM, "test");
        special.list(LI, NumberList.DENY, "stolen", "test");
        special.list(FAR, NumberList.ALLOW, "guest", "test");
        assertThat(plan.judge(WANG)).isEqualTo(new NotOurs(PORTED_OUT));
        assertThat(plan.judge(LI)).isEqualTo(new NotOurs(DENIED));
        assertThat(plan.judge(FAR)).isEqualTo(new Ours("Beijing", "Beijing"));

        special.unport(WANG, "test");
        special.list(LI, NumberList.ALLOW, "found", "test");
        special.unlist(FAR, "test");
        assertThat(plan.judge(WANG)).isInstanceOf(Ours.class);
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);
        assertThat(plan.judge(FAR)).isEqualTo(new NotOurs(FOREIGN));
    }

    @Test
    void usesAnOlderVersionAgain() {
        long before = plans.versions(1).getFirst().version();
        long after = plans.take(List.of(new SegmentRange(1380571, 1380571, BEIJING)), "test", false, "test")
                .version()
                .orElseThrow();
        assertThat(plan.judge(LI)).isEqualTo(new NotOurs(FOREIGN));
        assertThat(plans.versions(1).getFirst().inUse()).isTrue();

        plans.use(before, "test");
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);
        assertThat(plans.versions(2)).extracting(NumberPlans.Version::version).containsExactly(after, before);
        assertThat(plans.versions(2)).extracting(NumberPlans.Version::inUse).containsExactly(false, true);
    }

    @Test
    void countsWhatADryRunWouldChangeAndChangesNothing() {
        long newest = plans.versions(1).getFirst().version();
        List<SegmentRange> over = List.of(new SegmentRange(1380571, 1380572, BEIJING));
        NumberPlans.Outcome outcome = plans.take(over, "test", true, "test");

        assertThat(outcome.version()).isEmpty();
        assertThat(outcome.changed()).isPositive();
        assertThat(plans.versions(1).getFirst().version()).isEqualTo(newest);
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);
    }

    @Test
    void importsSegmentsAtOnceAndADryRunLeavesNoTraceInMemory() throws IOException {
        String file = "segment,operator,province,city\n1380571,中国移动,北京,北京\n";

        assertThat(load("number-segments", file, true).clean()).isTrue();
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);
        assertThat(plans.ranges()).contains(new SegmentRange(1380571, 1380571, HANGZHOU));

        assertThat(load("number-segments", file, false).applied()).isTrue();
        assertThat(plan.judge(LI)).isEqualTo(new NotOurs(FOREIGN));
        assertThat(export("number-segments")).contains("1380571,China Mobile,Beijing,Beijing");
    }

    @Test
    void namesTheColumnThatIsWrong() throws IOException {
        long newest = plans.versions(1).getFirst().version();
        ImportReport report = load("number-segments", """
                segment,operator,province,city
                1380571,移动,浙江,杭州
                1200000,移动,浙江,杭州
                1380571,Vodafone,浙江,杭州
                1380571,移动,Bavaria,Munich
                """, false);
        assertThat(report.first())
                .extracting(fault -> fault.line() + " " + fault.column() + " " + fault.wordKey())
                .containsExactly(
                        "3 segment party.segments.fault.SEGMENT",
                        "4 operator party.segments.fault.OPERATOR",
                        "5 province party.segments.fault.PROVINCE");
        assertThat(plans.versions(1).getFirst().version()).isEqualTo(newest);
    }

    @Test
    void importsPortedNumbersAndTakesThemBack() throws IOException {
        assertThat(load("ported-numbers", "number,operator\n" + WANG.digits() + ",电信\n", false)
                        .applied())
                .isTrue();
        assertThat(plan.judge(WANG)).isEqualTo(new NotOurs(PORTED_OUT));
        assertThat(export("ported-numbers")).isEqualTo("number,operator\r\n13805710002,China Telecom\r\n");

        load("ported-numbers", "number,operator\n" + WANG.digits() + ",\n", false);
        assertThat(plan.judge(WANG)).isInstanceOf(Ours.class);
        assertThat(faults("ported-numbers", "number,operator\n138,电信\n13805710002,电信\n13805710002,移动\n13805710003,X\n"))
                .containsExactly(
                        "party.numbers.fault.NUMBER", "party.numbers.fault.TWICE", "party.segments.fault.OPERATOR");
        assertThat(special.ported("", 10)).isEmpty();
    }

    @Test
    void importsBothLists() throws IOException {
        String file = "number,list,reason\n13805710001,deny,stolen\n13800100001,白名单,\"guest, VIP\"\n";
        assertThat(load("number-list", file, true).clean()).isTrue();
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);

        assertThat(load("number-list", file, false).applied()).isTrue();
        assertThat(plan.judge(LI)).isEqualTo(new NotOurs(DENIED));
        assertThat(plan.judge(FAR)).isInstanceOf(Ours.class);
        assertThat(export("number-list"))
                .isEqualTo("number,list,reason\r\n13800100001,allow,\"guest, VIP\"\r\n13805710001,deny,stolen\r\n");

        load("number-list", "number,list,reason\n13805710001,,\n", false);
        assertThat(plan.judge(LI)).isInstanceOf(Ours.class);
        assertThat(faults("number-list", "number,list,reason\n13805710001,maybe,\n"))
                .containsExactly("party.numbers.fault.LIST");
    }

    @Test
    void turnsThePagesOfAList() {
        special.list(WANG, NumberList.DENY, "b", "test");
        special.list(LI, NumberList.DENY, "a", "test");
        special.list(FAR, NumberList.ALLOW, "c", "test");

        List<SpecialNumbers.Listed> first = special.listed(NumberList.DENY, "", 1);
        assertThat(first).extracting(SpecialNumbers.Listed::msisdn).containsExactly(LI);
        assertThat(special.listed(NumberList.DENY, LI.digits(), 10))
                .extracting(SpecialNumbers.Listed::msisdn)
                .containsExactly(WANG);
    }

    @Test
    void writesChangesDownWithoutTheNumber() {
        special.port(LI, Operator.CHINA_UNICOM, "li.ming");
        assertThat(db.sql("select actor || subject || detail from audit.entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("li.ming")
                .contains("138****0001")
                .doesNotContain(LI.digits());
    }

    private List<String> faults(String kind, String file) throws IOException {
        return load(kind, file, false).first().stream()
                .map(fault -> fault.wordKey())
                .toList();
    }

    private ImportReport load(String kind, String file, boolean dryRun) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind(kind).orElseThrow(), dryRun, "test", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), new StringWriter(), lines -> {});
    }

    private String export(String kind) throws IOException {
        StringWriter out = new StringWriter();
        exports.run(exports.kind(kind).orElseThrow(), "/", "test", out);
        return out.toString();
    }
}
