package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.code;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Companies.Filter;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies and the companies above them, on a real database (requirement D6). */
@HallTest
class CompaniesTest {

    private final Folk folk;
    private final Companies companies;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    CompaniesTest(ApplicationContext hall, Companies companies, Areas areas, JdbcClient db) {
        this.folk = new Folk(hall);
        this.companies = companies;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        folk.managers();
    }

    @Test
    void addsFindsAndChangesACompany() {
        Company cafe = folk.company(Facts.of("湖畔咖啡有限公司", HANGZHOU).withCode(code(1)));
        assertThat(cafe.tier()).isEqualTo(Tier.MICRO);
        assertThat(companies.find(cafe.id())).contains(cafe);
        assertThat(companies.by(code(1))).containsExactly(cafe);
        assertThat(companies.like("湖畔咖啡有限责任公司")).contains(cafe);
        Company renamed = done(companies.change(cafe.id(), Facts.of("湖畔茶馆", HANGZHOU), ACTOR));
        assertThat(renamed.facts()).isEqualTo(Facts.of("湖畔茶馆", HANGZHOU));
        assertThat(lastAct()).isEqualTo("company.change company:" + cafe.id());
    }

    @Test
    void refusesWhatNoCompanyCanBe() {
        folk.company(Facts.of("first of two", HANGZHOU).withCode(code(2)));
        assertThat(reason(Facts.of(" ", HANGZHOU))).isEqualTo(Reason.NO_NAME);
        assertThat(reason(Facts.of("x".repeat(101), HANGZHOU))).isEqualTo(Reason.TOO_LONG);
        assertThat(companies.add(Facts.of("x".repeat(100), HANGZHOU), ACTOR)).isInstanceOf(Change.Done.class);
        assertThat(reason(Facts.of("nowhere", "/zz/"))).isEqualTo(Reason.UNKNOWN_AREA);
        assertThat(reason(Facts.of("second of two", HANGZHOU).withCode(code(2))))
                .isEqualTo(Reason.CODE_TAKEN);
        assertThat(reason(Facts.of("an orphan", HANGZHOU).withParent(Optional.of(Long.MAX_VALUE))))
                .isEqualTo(Reason.UNKNOWN_PARENT);
        assertThat(reason(Facts.of("in no grid", HANGZHOU).withGrid(Optional.of(Long.MAX_VALUE))))
                .isEqualTo(Reason.UNKNOWN_GRID);
        Grid lake = folk.grid("lake of refusals", "mei");
        assertThat(reason(Facts.of("in Ningbo", NINGBO).withGrid(Optional.of(lake.id()))))
                .isEqualTo(Reason.GRID_ELSEWHERE);
    }

    @Test
    void makesNoCircleOfCompanies() {
        Company top = folk.company(Facts.of("circle top", HANGZHOU));
        Company middle = folk.company(Facts.of("circle middle", HANGZHOU).withParent(Optional.of(top.id())));
        Company bottom = folk.company(Facts.of("circle bottom", HANGZHOU).withParent(Optional.of(middle.id())));
        assertThat(companies.partsOf(top.id())).containsExactly(middle);
        assertThat(companies.change(top.id(), top.facts().withParent(Optional.of(bottom.id())), ACTOR))
                .isEqualTo(new Refused<>(Reason.CIRCLE));
        assertThat(companies.change(top.id(), top.facts().withParent(Optional.of(top.id())), ACTOR))
                .isEqualTo(new Refused<>(Reason.CIRCLE));
    }

    @Test
    void makesNoCircleWhenTwoBecomePartsOfOneAnotherAtOnce() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 20; round++) {
            Company one = folk.company(Facts.of("at once one " + round, HANGZHOU));
            Company two = folk.company(Facts.of("at once two " + round, HANGZHOU));
            List<Change<Company>> answers = Town.atOnce(List.of(
                    () -> companies.change(one.id(), one.facts().withParent(Optional.of(two.id())), ACTOR),
                    () -> companies.change(two.id(), two.facts().withParent(Optional.of(one.id())), ACTOR)));
            assertThat(answers)
                    .filteredOn(answer -> answer instanceof Change.Done)
                    .hasSize(1);
            assertThat(answers).contains(new Refused<>(Reason.CIRCLE));
        }
    }

    @Test
    void searchesByPartOfANameTierAndManagerPageByPage() {
        Grid grid = folk.grid("searched", "jun");
        for (int i = 0; i < 55; i++) {
            folk.company(
                    Facts.of("searched bakery %02d Ltd".formatted(i), HANGZHOU).withGrid(Optional.of(grid.id())));
        }
        Filter bakeries = new Filter(HANGZHOU, "BAKERY", Optional.of(Tier.MICRO), Optional.empty(), "jun");
        Slice<Company> first = companies.search(bakeries, Paging.first());
        assertThat(first.rows()).hasSize(50);
        assertThat(companies
                        .search(bakeries, Paging.parse(first.next().orElseThrow()))
                        .rows())
                .extracting(Company::name)
                .startsWith("searched bakery 50 Ltd")
                .hasSize(5);
        assertThat(companies
                        .search(new Filter(NINGBO, "bakery", Optional.empty(), Optional.empty(), ""), Paging.first())
                        .rows())
                .isEmpty();
    }

    @Test
    void followsAnAreaThatIsMoved() {
        done(areas.add("/zj/hz/", "older", "旧区", ACTOR));
        Company moved = folk.company(Facts.of("moves with its Area", "/zj/hz/older/"));
        done(areas.move("/zj/hz/older/", "/zj/nb/", ACTOR));
        assertThat(folk.named(moved).areaPath()).isEqualTo("/zj/nb/older/");
    }

    private static void done(AreaChange change) {
        assertThat(change).isInstanceOf(AreaChange.Done.class);
    }

    private static <T> T done(Change<T> change) {
        return Town.done(change);
    }

    private Reason reason(Facts facts) {
        return switch (companies.add(facts, ACTOR)) {
            case Change.Done<Company> done -> throw new AssertionError(done);
            case Change.Refused<Company> refused -> refused.reason();
        };
    }

    private String lastAct() {
        return db.sql("select act || ' ' || subject from audit.entry order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
