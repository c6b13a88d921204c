package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.code;

import java.time.Clock;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies, their tiers and who looks after them, on a real database (requirements D6 and B14). */
@HallTest
class CompaniesTest {

    private final Companies companies;
    private final Tiers tiers;
    private final TierRules rules;
    private final Grids grids;
    private final AccountManagers managers;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    CompaniesTest(
            Companies companies,
            Tiers tiers,
            TierRules rules,
            Grids grids,
            AccountManagers managers,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.companies = companies;
        this.tiers = tiers;
        this.rules = rules;
        this.grids = grids;
        this.managers = managers;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
        Town.staff(db, "mei", HANGZHOU);
        Town.staff(db, "jun", HANGZHOU);
        Town.staff(db, "far", NINGBO);
        db.sql("delete from party.area_manager").update();
    }

    @Test
    void addsFindsAndChangesACompany() {
        Company cafe = add(Facts.of("湖畔咖啡有限公司", HANGZHOU).withCode(code(1)));
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
        add(Facts.of("first of two", HANGZHOU).withCode(code(2)));
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
        Grid lake = grid("lake of refusals", "mei");
        assertThat(reason(Facts.of("in Ningbo", NINGBO).withGrid(Optional.of(lake.id()))))
                .isEqualTo(Reason.GRID_ELSEWHERE);
    }

    @Test
    void makesNoCircleOfCompanies() {
        Company top = add(Facts.of("circle top", HANGZHOU));
        Company middle = add(Facts.of("circle middle", HANGZHOU).withParent(Optional.of(top.id())));
        Company bottom = add(Facts.of("circle bottom", HANGZHOU).withParent(Optional.of(middle.id())));
        assertThat(companies.partsOf(top.id())).containsExactly(middle);
        assertThat(companies.change(top.id(), top.facts().withParent(Optional.of(bottom.id())), ACTOR))
                .isEqualTo(new Refused<>(Reason.CIRCLE));
        assertThat(companies.change(top.id(), top.facts().withParent(Optional.of(top.id())), ACTOR))
                .isEqualTo(new Refused<>(Reason.CIRCLE));
    }

    @Test
    void makesNoCircleWhenTwoBecomePartsOfOneAnotherAtOnce() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 20; round++) {
            Company one = add(Facts.of("at once one " + round, HANGZHOU));
            Company two = add(Facts.of("at once two " + round, HANGZHOU));
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
    void movesACompanyThroughTheTiersAsItSpends() {
        Grid grid = grid("spend", "mei");
        Company cafe = add(Facts.of("spends more and more", HANGZHOU).withGrid(Optional.of(grid.id())));
        assertThat(spend(cafe, 99_999)).isEqualTo(Tier.MICRO);
        assertThat(spend(cafe, 100_000)).isEqualTo(Tier.C);
        assertThat(spend(cafe, 1_000_000)).isEqualTo(Tier.B);
        assertThat(spend(cafe, 5_000_000)).isEqualTo(Tier.A);
        assertThat(spend(cafe, 4_999_999)).isEqualTo(Tier.B);
        assertThat(tiers.history(cafe.id()))
                .extracting(moved -> moved.to() + " " + moved.reason() + " " + moved.isUp() + " " + moved.isDown())
                .containsExactly(
                        "B RULE 3 false true",
                        "A RULE 1 true false",
                        "B RULE 3 true false",
                        "C RULE 5 true false",
                        "MICRO NO RULE false false");
    }

    @Test
    void ignoresAFigureThatIsOlderThanTheLastOne() {
        Company late = add(Facts.of("late figures", HANGZHOU));
        tiers.spend(late.id(), 100_000, clock.instant(), ACTOR);
        tiers.spend(late.id(), 0, clock.instant().minusSeconds(60), ACTOR);
        assertThat(tiers.standing(late.id()))
                .hasValueSatisfying(
                        standing -> assertThat(standing.facts().spend()).isEqualTo(100_000));
        assertThat(tiers.spend(Long.MAX_VALUE, 1, clock.instant(), ACTOR)).isEmpty();
    }

    @Test
    void givesAnAOrBCompanyTheManagerOfItsGridItsOwnOrTheAreasDefault() {
        Grid grid = grid("three ways", "mei");
        Company inGrid = add(Facts.of("in the grid", HANGZHOU).withGrid(Optional.of(grid.id())));
        spend(inGrid, 5_000_000);
        assertThat(manager(inGrid)).contains("mei");
        Company alone = add(Facts.of("alone", HANGZHOU));
        assertThat(spend(alone, 5_000_000)).isEqualTo(Tier.MICRO);
        assertThat(tiers.standing(alone.id()))
                .hasValueSatisfying(
                        standing -> assertThat(standing.byRules().tier()).isEqualTo(Tier.A));
        assertThat(tiers.pin(alone.id(), Tier.B, "a promise", ACTOR)).isEqualTo(new Refused<>(Reason.NO_MANAGER));
        done(managers.setDefault(HANGZHOU, Optional.of("jun"), ACTOR));
        assertThat(tiers.review(alone.id(), ACTOR)).map(TierStanding::tier).contains(Tier.A);
        assertThat(manager(alone)).contains("jun");
        assertThat(managers.appoint(alone.id(), Optional.empty(), ACTOR)).isEqualTo(new Refused<>(Reason.NO_MANAGER));
        done(managers.appoint(alone.id(), Optional.of("mei"), ACTOR));
        assertThat(manager(alone)).contains("mei");
        assertThat(managers.historyOfCompany(alone.id()))
                .extracting(appointed -> appointed.manager().orElse(""))
                .containsExactly("mei", "jun");
    }

    @Test
    void letsNoAOrBCompanyLeaveItsGridWithoutAManager() {
        Grid grid = grid("to leave", "mei");
        Company big = add(Facts.of("leaves its grid", HANGZHOU).withGrid(Optional.of(grid.id())));
        spend(big, 1_000_000);
        assertThat(companies.change(big.id(), big.facts().withGrid(Optional.empty()), ACTOR))
                .isEqualTo(new Refused<>(Reason.NO_MANAGER));
        done(managers.appoint(big.id(), Optional.of("jun"), ACTOR));
        assertThat(done(companies.change(big.id(), big.facts().withGrid(Optional.empty()), ACTOR))
                        .manager())
                .contains("jun");
    }

    /** Whatever our own code does, the table refuses it. */
    @Test
    void refusesInTheTableItselfAnAOrBCompanyWithoutAManager() {
        Company small = add(Facts.of("checked by the table", HANGZHOU));
        assertThatThrownBy(() -> db.sql("update party.company set tier = 'A' where id = ?")
                        .param(small.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void movesAllCompaniesOfAGridAtOnceWhenItIsReassigned() {
        Grid grid = grid("reassigned", "mei");
        for (int i = 0; i < 5; i++) {
            spend(add(Facts.of("moves along " + i, HANGZHOU).withGrid(Optional.of(grid.id()))), 5_000_000);
        }
        Company own = add(Facts.of("keeps its own", HANGZHOU).withGrid(Optional.of(grid.id())));
        done(managers.appoint(own.id(), Optional.of("mei"), ACTOR));
        assertThat(done(grids.reassign(grid.id(), "jun", ACTOR)).companiesOf(Tier.A))
                .isEqualTo(5);
        Filter inGrid = new Filter("/", "", Optional.empty(), Optional.of(grid.id()), "");
        assertThat(companies.search(inGrid, Paging.first()).rows())
                .allSatisfy(
                        company -> assertThat(company.manager()).contains(company.equals(named(own)) ? "mei" : "jun"));
        assertThat(grids.reassign(grid.id(), "far", ACTOR)).isEqualTo(new Refused<>(Reason.BAD_MANAGER));
        assertThat(grids.reassign(grid.id(), "nobody", ACTOR)).isEqualTo(new Refused<>(Reason.BAD_MANAGER));
        assertThat(grids.remove(grid.id(), ACTOR)).isEqualTo(new Refused<>(Reason.IN_USE));
        assertThat(managers.historyOfGrid(grid.id()))
                .extracting(appointed -> appointed.manager().orElse(""))
                .containsExactly("jun", "mei");
    }

    @Test
    void pinsATierByHandUntilItIsGivenBackToTheRules() {
        Grid grid = grid("pinned", "mei");
        Company pinned = add(Facts.of("pinned", HANGZHOU).withGrid(Optional.of(grid.id())));
        assertThat(tiers.pin(pinned.id(), Tier.A, " ", ACTOR)).isEqualTo(new Refused<>(Reason.NO_REASON));
        done(tiers.pin(pinned.id(), Tier.A, "a hospital", ACTOR));
        assertThat(spend(pinned, 100_000)).isEqualTo(Tier.A);
        assertThat(tiers.reviewAll(ACTOR).moved()).isZero();
        assertThat(done(tiers.unpin(pinned.id(), ACTOR)).tier()).isEqualTo(Tier.C);
        assertThat(tiers.history(pinned.id()).get(1).reason()).isEqualTo("a hospital");
    }

    @Test
    void reviewsAllCompaniesAfterARuleChanged() {
        Company small = add(Facts.of("raised by a new rule", HANGZHOU));
        tiers.spend(small.id(), 70_000, clock.instant(), ACTOR);
        tiers.reviewAll(ACTOR);
        TierRule rule = done(rules.add(new TierRule(0, 99, Tier.C, 60_000, 0, Optional.empty()), ACTOR));
        assertThat(rules.all()).last().isEqualTo(rule);
        assertThat(tiers.byRules().get(Tier.C)).isEqualTo(tiers.now().getOrDefault(Tier.C, 0L) + 1);
        assertThat(tiers.reviewAll(ACTOR)).isEqualTo(new Tiers.Reviewed(1, 0));
        assertThat(named(small).tier()).isEqualTo(Tier.C);
        done(rules.remove(rule.id(), ACTOR));
        assertThat(tiers.reviewAll(ACTOR).moved()).isEqualTo(1);
        TierRule first = done(rules.add(new TierRule(0, 1, Tier.MICRO, Long.MAX_VALUE, 0, Optional.empty()), ACTOR));
        assertThat(rules.all()).extracting(TierRule::place).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(rules.all().getFirst()).isEqualTo(first);
        done(rules.remove(first.id(), ACTOR));
        assertThat(rules.all()).extracting(TierRule::place).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void searchesByPartOfANameTierAndManagerPageByPage() {
        Grid grid = grid("searched", "jun");
        for (int i = 0; i < 55; i++) {
            add(Facts.of("searched bakery %02d Ltd".formatted(i), HANGZHOU).withGrid(Optional.of(grid.id())));
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
        done(areas.add("/zj/hz/", "old", "旧区", ACTOR));
        Company moved = add(Facts.of("moves with its Area", "/zj/hz/old/"));
        areas.move("/zj/hz/old/", "/zj/nb/", ACTOR);
        assertThat(named(moved).areaPath()).isEqualTo("/zj/nb/old/");
    }

    private static void done(AreaChange change) {
        assertThat(change).isInstanceOf(AreaChange.Done.class);
    }

    private static <T> T done(Change<T> change) {
        return Town.done(change);
    }

    private Company add(Facts facts) {
        return done(companies.add(facts, ACTOR));
    }

    private Reason reason(Facts facts) {
        return switch (companies.add(facts, ACTOR)) {
            case Change.Done<Company> done -> throw new AssertionError(done);
            case Change.Refused<Company> refused -> refused.reason();
        };
    }

    private Grid grid(String name, String manager) {
        return done(grids.add(new Grids.Draft(HANGZHOU, name, manager), ACTOR));
    }

    private Tier spend(Company company, long fen) {
        return tiers.spend(company.id(), fen, clock.instant(), ACTOR)
                .orElseThrow()
                .tier();
    }

    private Optional<String> manager(Company company) {
        return named(company).manager();
    }

    private Company named(Company company) {
        return companies.find(company.id()).orElseThrow();
    }

    private String lastAct() {
        return db.sql("select act || ' ' || subject from audit.entry order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
