package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Companies.Filter;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tiers of companies and who looks after them, on a real database (requirements D6 and B14). */
@HallTest
class CompanyTiersTest {

    private final Folk folk;
    private final Companies companies;
    private final Tiers tiers;
    private final TierRules rules;
    private final Grids grids;
    private final AccountManagers managers;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    CompanyTiersTest(
            ApplicationContext hall,
            Companies companies,
            Tiers tiers,
            TierRules rules,
            Grids grids,
            AccountManagers managers,
            JdbcClient db,
            Clock clock) {
        this.folk = new Folk(hall);
        this.companies = companies;
        this.tiers = tiers;
        this.rules = rules;
        this.grids = grids;
        this.managers = managers;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        folk.managers();
    }

    @Test
    void movesACompanyThroughTheTiersAsItSpends() {
        Grid grid = folk.grid("spend", "mei");
        Company cafe = folk.company(Facts.of("spends more and more", HANGZHOU).withGrid(Optional.of(grid.id())));
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
        Company late = folk.company(Facts.of("late figures", HANGZHOU));
        tiers.spend(late.id(), 100_000, clock.instant(), ACTOR);
        tiers.spend(late.id(), 0, clock.instant().minusSeconds(60), ACTOR);
        assertThat(tiers.standing(late.id()))
                .hasValueSatisfying(
                        standing -> assertThat(standing.facts().spend()).isEqualTo(100_000));
        assertThat(tiers.spend(Long.MAX_VALUE, 1, clock.instant(), ACTOR)).isEmpty();
    }

    @Test
    void givesAnAOrBCompanyTheManagerOfItsGridItsOwnOrTheAreasDefault() {
        Grid grid = folk.grid("three ways", "mei");
        Company inGrid = folk.company(Facts.of("in the grid", HANGZHOU).withGrid(Optional.of(grid.id())));
        spend(inGrid, 5_000_000);
        assertThat(manager(inGrid)).contains("mei");
        Company alone = folk.company(Facts.of("alone", HANGZHOU));
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
        Grid grid = folk.grid("to leave", "mei");
        Company big = folk.company(Facts.of("leaves its grid", HANGZHOU).withGrid(Optional.of(grid.id())));
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
        Company small = folk.company(Facts.of("checked by the table", HANGZHOU));
        assertThatThrownBy(() -> db.sql("update party.company set tier = 'A' where id = ?")
                        .param(small.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void movesAllCompaniesOfAGridAtOnceWhenItIsReassigned() {
        Grid grid = folk.grid("reassigned", "mei");
        for (int i = 0; i < 5; i++) {
            spend(folk.company(Facts.of("moves along " + i, HANGZHOU).withGrid(Optional.of(grid.id()))), 5_000_000);
        }
        Company own = folk.company(Facts.of("keeps its own", HANGZHOU).withGrid(Optional.of(grid.id())));
        done(managers.appoint(own.id(), Optional.of("mei"), ACTOR));
        assertThat(done(grids.reassign(grid.id(), "jun", ACTOR)).companiesOf(Tier.A))
                .isEqualTo(5);
        Filter inGrid = new Filter("/", "", Optional.empty(), Optional.of(grid.id()), "");
        assertThat(companies.search(inGrid, Paging.first()).rows())
                .allSatisfy(company ->
                        assertThat(company.manager()).contains(company.equals(folk.named(own)) ? "mei" : "jun"));
        assertThat(grids.reassign(grid.id(), "far", ACTOR)).isEqualTo(new Refused<>(Reason.BAD_MANAGER));
        assertThat(grids.reassign(grid.id(), "nobody", ACTOR)).isEqualTo(new Refused<>(Reason.BAD_MANAGER));
        assertThat(grids.remove(grid.id(), ACTOR)).isEqualTo(new Refused<>(Reason.IN_USE));
        assertThat(managers.historyOfGrid(grid.id()))
                .extracting(appointed -> appointed.manager().orElse(""))
                .containsExactly("jun", "mei");
    }

    @Test
    void pinsATierByHandUntilItIsGivenBackToTheRules() {
        Grid grid = folk.grid("pinned", "mei");
        Company pinned = folk.company(Facts.of("pinned", HANGZHOU).withGrid(Optional.of(grid.id())));
        assertThat(tiers.pin(pinned.id(), Tier.A, " ", ACTOR)).isEqualTo(new Refused<>(Reason.NO_REASON));
        done(tiers.pin(pinned.id(), Tier.A, "a hospital", ACTOR));
        assertThat(spend(pinned, 100_000)).isEqualTo(Tier.A);
        assertThat(tiers.reviewAll(ACTOR).moved()).isZero();
        assertThat(done(tiers.unpin(pinned.id(), ACTOR)).tier()).isEqualTo(Tier.C);
        assertThat(tiers.history(pinned.id()).get(1).reason()).isEqualTo("a hospital");
    }

    @Test
    void reviewsAllCompaniesAfterARuleChanged() {
        Company small = folk.company(Facts.of("raised by a new rule", HANGZHOU));
        tiers.spend(small.id(), 70_000, clock.instant(), ACTOR);
        tiers.reviewAll(ACTOR);
        TierRule rule = done(rules.add(new TierRule(0, 99, Tier.C, 60_000, 0, Optional.empty()), ACTOR));
        assertThat(rules.all()).last().isEqualTo(rule);
        assertThat(tiers.byRules().get(Tier.C)).isEqualTo(tiers.now().getOrDefault(Tier.C, 0L) + 1);
        assertThat(tiers.reviewAll(ACTOR)).isEqualTo(new Tiers.Reviewed(1, 0));
        assertThat(folk.named(small).tier()).isEqualTo(Tier.C);
        done(rules.remove(rule.id(), ACTOR));
        assertThat(tiers.reviewAll(ACTOR).moved()).isEqualTo(1);
        TierRule first = done(rules.add(new TierRule(0, 1, Tier.MICRO, Long.MAX_VALUE, 0, Optional.empty()), ACTOR));
        assertThat(rules.all()).extracting(TierRule::place).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(rules.all().getFirst()).isEqualTo(first);
        done(rules.remove(first.id(), ACTOR));
        assertThat(rules.all()).extracting(TierRule::place).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private Tier spend(Company company, long fen) {
        return tiers.spend(company.id(), fen, clock.instant(), ACTOR)
                .orElseThrow()
                .tier();
    }

    private Optional<String> manager(Company company) {
        return folk.named(company).manager();
    }
}
