package org.omnihall.hall.party.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.code;
import static org.omnihall.hall.party.Town.done;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.Exports;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers come in from files, line by line through the rules of every form, all of a file or nothing (requirement B21). */
@HallTest
class CustomerImportsTest {

    private static final String COMPANIES = "name,code,industry,size,area,grid\n";
    private static final String SUBSCRIBERS = "number,name,certificate,area\n";
    private static final String MEMBERSHIPS = "number,company,from,to,pays,cap\n";

    private final Imports imports;
    private final Exports exports;
    private final Languages languages;
    private final Companies companies;
    private final Individuals individuals;
    private final Parties parties;
    private final Subscribers subscribers;
    private final Memberships memberships;
    private final Grids grids;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    CustomerImportsTest(
            Imports imports,
            Exports exports,
            Languages languages,
            Companies companies,
            Individuals individuals,
            Parties parties,
            Subscribers subscribers,
            Memberships memberships,
            Grids grids,
            Areas areas,
            JdbcClient db) {
        this.imports = imports;
        this.exports = exports;
        this.languages = languages;
        this.companies = companies;
        this.individuals = individuals;
        this.parties = parties;
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.grids = grids;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
        Town.staff(db, "import-mei", HANGZHOU);
        grids.add(new Grids.Draft(HANGZHOU, "湖滨", "import-mei"), ACTOR);
    }

    @Test
    void addsCompaniesAndChangesThemByASecondFile() throws IOException {
        String code = code(201).text();
        load("companies", COMPANIES + "文件一有限公司," + code + ",H,small,/zj/hz/,湖滨\n文件二,,,,/zj/hz/,\n");
        Company first = companies.by(code(201)).getFirst();
        assertThat(first.facts().industry()).contains(Industry.HOSPITALITY);
        assertThat(first.facts().size()).contains(Company.Size.SMALL);
        assertThat(first.manager()).contains("import-mei");
        Company second = companies.like("文件二").getFirst();
        load("companies", COMPANIES + "文件一有限责任公司," + code + ",,large,/zj/nb/../,\n", false);
        load("companies", COMPANIES + "文件一有限责任公司," + code + ",,LARGE,/zj/hz/,\n文件二,,INFORMATION,,/zj/hz/,\n");
        Facts changed = companies.find(first.id()).orElseThrow().facts();
        assertThat(changed.name()).isEqualTo("文件一有限责任公司");
        assertThat(changed.size()).contains(Company.Size.LARGE);
        assertThat(changed.industry()).as("left empty").contains(Industry.HOSPITALITY);
        assertThat(changed.grid()).as("left empty").isEqualTo(first.facts().grid());
        assertThat(companies.find(second.id()).orElseThrow().facts().industry()).contains(Industry.INFORMATION);
    }

    @Test
    void keepsTwoNamesUnderOneCodeAsTwo() throws IOException {
        String code = code(202).text();
        load("companies", COMPANIES + "旧名," + code + ",,,/zj/hz/,\n新名," + code + ",,,/zj/hz/,\n");
        assertThat(companies.by(code(202))).extracting(Company::name).containsExactly("旧名", "新名");
    }

    @Test
    void namesWhatIsWrongWithEachLineAndTakesNothing() throws IOException {
        StringWriter errors = new StringWriter();
        ImportReport report = run(
                "companies",
                COMPANIES
                        + "好公司,,,,/zj/hz/,\n坏码,91330100799655058C,,,/zj/hz/,\n坏行业,,ZZ,,/zj/hz/,\n坏规模,,,huge,/zj/hz/,\n"
                        + "坏区域,,,,/nowhere/,\n坏网格,,,,/zj/hz/,无此网格\n",
                errors);
        assertThat(report.applied()).isFalse();
        assertThat(errors.toString().lines())
                .extracting(line -> line.replaceFirst("^(\\d+,\\w*),.*", "$1"))
                .containsExactly("line,column,fault", "3,code", "4,industry", "5,size", "6,area", "7,grid");
        assertThat(companies.like("好公司")).isEmpty();
    }

    @Test
    void givesNumbersTheirHolders() throws IOException {
        String card = card(201).number();
        load(
                "subscribers",
                SUBSCRIBERS + "13857193001,吴一," + card + ",/zj/hz/\n138 5719 3002,吴一," + card.toLowerCase(Locale.ROOT)
                        + ",/zj/hz/\n13857193003,吴二,,/zj/hz/\n");
        Individual wu = individuals.by(card(201)).getFirst();
        assertThat(parties.heldBy(wu.id())).containsExactly(id("13857193001"), id("13857193002"));
        Individual second = parties.holderOf(id("13857193003")).orElseThrow();
        assertThat(second.name()).isEqualTo("吴二");
        load("subscribers", SUBSCRIBERS + "13857193003,吴二,,/zj/hz/\n13857193002,吴三,,/zj/hz/\n");
        assertThat(parties.holderOf(id("13857193003"))).contains(second);
        assertThat(parties.holderOf(id("13857193002"))).map(Individual::name).contains("吴三");
        load("subscribers", SUBSCRIBERS + "13857193004,无一," + card + ",/zj/hz/\n");
        assertThat(individuals.by(card(201))).hasSize(2);
        load("subscribers", SUBSCRIBERS + "12,吴,,/zj/hz/\n", false);
        load("subscribers", SUBSCRIBERS + "13857193001,吴,12,/zj/hz/\n", false);
        load("subscribers", SUBSCRIBERS + "13857193001,,,/zj/hz/\n", false);
    }

    @Test
    void bringsMembersAndChangesThemByASecondFile() throws IOException {
        Company club = done(companies.add(Facts.of("文件俱乐部", HANGZHOU).withCode(code(203)), ACTOR));
        LocalDate may = LocalDate.of(2026, 5, 1);
        load(
                "memberships",
                MEMBERSHIPS + "13857194001,文件俱乐部,2026-05-01,,MONTHLY_FEE DATA,3000\n13857194002,"
                        + code(203).text() + ",2026-05-01,2026-05-31,ALL,\n");
        assertThat(memberships.of(id("13857194001"), may)).singleElement().satisfies(one -> {
            assertThat(one.companyId()).isEqualTo(club.id());
            assertThat(one.share())
                    .isEqualTo(new GroupShare(Set.of(ChargeKind.MONTHLY_FEE, ChargeKind.DATA), Optional.of(3_000L)));
        });
        assertThat(memberships.of(id("13857194002"), may))
                .singleElement()
                .satisfies(one -> assertThat(one.share()).isEqualTo(GroupShare.EVERYTHING));
        load("memberships", MEMBERSHIPS + "13857194001,文件俱乐部,2026-05-01,2026-05-20,,\n");
        assertThat(memberships.of(id("13857194001"), may)).singleElement().satisfies(one -> {
            assertThat(one.to()).contains(LocalDate.of(2026, 5, 20));
            assertThat(one.share()).isEqualTo(GroupShare.NOTHING);
        });
        for (String wrong : List.of(
                "12,文件俱乐部,2026-05-01,,,",
                "13857194001,没有的公司,2026-05-01,,,",
                "13857194001,文件俱乐部,1.5.2026,,,",
                "13857194001,文件俱乐部,2026-05-01,2026-04-30,,",
                "13857194001,文件俱乐部,2026-05-01,,BEER,",
                "13857194001,文件俱乐部,2026-05-01,,,-1",
                "13857194001,文件俱乐部,2026-05-20,,,")) {
            load("memberships", MEMBERSHIPS + wrong + "\n", false);
        }
    }

    @Test
    void exportsTheCompaniesOfAnArea() throws IOException {
        load("companies", COMPANIES + "导出公司," + code(204).text() + ",H,SMALL,/zj/hz/,湖滨\n");
        StringWriter out = new StringWriter();
        exports.run(exports.kind("companies").orElseThrow(), HANGZHOU, ACTOR, out);
        assertThat(out.toString().lines())
                .startsWith("name,code,industry,size,area,grid,tier,manager")
                .contains("导出公司," + code(204).text() + ",HOSPITALITY,SMALL,/zj/hz/,湖滨,MICRO,import-mei");
        StringWriter elsewhere = new StringWriter();
        exports.run(exports.kind("companies").orElseThrow(), "/zj/nb/", ACTOR, elsewhere);
        assertThat(elsewhere.toString()).doesNotContain("导出公司");
    }

    private void load(String kind, String file) throws IOException {
        load(kind, file, true);
    }

    private void load(String kind, String file, boolean applied) throws IOException {
        StringWriter errors = new StringWriter();
        assertThat(run(kind, file, errors).applied()).as(file + errors).isEqualTo(applied);
    }

    private ImportReport run(String kind, String file, StringWriter errors) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind(kind).orElseThrow(), false, ACTOR, languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), errors, lines -> {});
    }

    private long id(String number) {
        return subscribers.find(new Msisdn(number)).orElseThrow();
    }
}
