package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.CustomerChanged.Thing;
import org.omnihall.hall.party.TierRule.Facts;
import org.omnihall.hall.party.TierRule.Verdict;
import org.omnihall.hall.party.TierStanding.Moved;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps every company in exactly one tier (requirements D6 and B14): by the rules, unless it was pinned by hand. A company that comes into
 * A or B and has neither a manager nor a grid gets the default manager of the nearest Area around it, in the same transaction; where there
 * is none it stays in its tier, and its standing shows it.
 */
@Component
public class Tiers {

    private static final int HISTORY = 50;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient db;
    private final TierRules rules;
    private final TierFacts facts;
    private final AccountManagers managers;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tiers(
            JdbcClient db,
            TierRules rules,
            TierFacts facts,
            AccountManagers managers,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.rules = rules;
        this.facts = facts;
        this.managers = managers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** How many companies a review moved, and how many it left for want of a manager. */
    public record Reviewed(int moved, int left) {}

    /** What a review made of one company. */
    private enum Outcome {
        STAYS,
        MOVED,
        /** Left where it is for want of a manager. */
        LEFT
    }

    /**
     * Takes note of what a company spends, and moves it where the rules say. What is older than the last word is ignored.
     *
     * @param monthlyFen fen a month
     * @param at what moment the figure tells of
     * @return nothing where there is no such company
     */
    @Transactional
    public Optional<TierStanding> spend(long companyId, long monthlyFen, Instant at, String actor) {
        if (monthlyFen < 0) {
            throw new IllegalArgumentException("a company cannot spend less than nothing");
        }
        Optional<TierFacts.Row> before = facts.locked(companyId);
        if (before.isPresent()) {
            db.sql("""
                            update party.company set monthly_spend = :spend, spend_at = :at
                            where id = :id and coalesce(spend_at <= :at, true)""")
                    .param("spend", monthlyFen)
                    .param("at", Times.at(at))
                    .param("id", before.get().id())
                    .update();
        }
        return before.flatMap(row -> review(row.id(), actor));
    }

    /** Moves a company where the rules say. Nothing where there is no such company. */
    @Transactional
    public Optional<TierStanding> review(long companyId, String actor) {
        Optional<TierFacts.Row> row = facts.locked(companyId);
        row.filter(free -> free.pinned().isEmpty())
                .ifPresent(free -> follow(free, TierRule.judge(rules.all(), free.facts()), actor));
        return standing(companyId);
    }

    /** Moves every company where the rules say, each in a transaction of its own. */
    public Reviewed reviewAll(String actor) {
        List<TierRule> now = rules.all();
        int moved = 0;
        int left = 0;
        for (TierFacts.Row row : facts.free()) {
            if (TierRule.judge(now, row.facts()).tier() != row.tier()) {
                Outcome outcome = move(row.id(), now, actor);
                moved += outcome == Outcome.MOVED ? 1 : 0;
                left += outcome == Outcome.LEFT ? 1 : 0;
            }
        }
        return new Reviewed(moved, left);
    }

    /** How many companies there are of each tier by the rules as they are now; pinned ones are not among them. */
    public Map<Tier, Long> byRules() {
        List<TierRule> now = rules.all();
        return facts.free().stream()
                .collect(Collectors.groupingBy(
                        row -> TierRule.judge(now, row.facts()).tier(), Collectors.counting()));
    }

    /** How many companies there are of each tier, pinned ones left out. */
    public Map<Tier, Long> now() {
        return db
                .sql("""
                        select tier, count(*) as companies from party.company
                        where merged_into is null and pinned is null group by tier""")
                .query((row, number) -> Map.entry(Tier.valueOf(row.getString("tier")), row.getLong("companies")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Sets a tier by hand; the rules leave the company alone from now on. */
    @Transactional
    public Change<TierStanding> pin(long companyId, Tier tier, String reason, String actor) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Change.refused(reason.isBlank() ? Reason.NO_REASON : Reason.TOO_LONG);
        }
        Optional<TierFacts.Row> row = facts.locked(companyId);
        if (row.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (!managed(row.get(), tier, actor)) {
            return Change.refused(Reason.NO_MANAGER);
        }
        db.sql("update party.company set pinned = ? where id = ?")
                .params(reason.strip(), companyId)
                .update();
        write(row.get(), tier, reason.strip(), actor);
        audit.record(actor, "tier.pin", "company:" + companyId, tier + ": " + reason.strip());
        return Change.done(standing(companyId).orElseThrow());
    }

    /** Gives a company back to the rules, which move it at once. */
    @Transactional
    public Change<TierStanding> unpin(long companyId, String actor) {
        if (facts.locked(companyId).isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        db.sql("update party.company set pinned = null where id = ?")
                .param(companyId)
                .update();
        audit.record(actor, "tier.unpin", "company:" + companyId, "");
        return Change.done(review(companyId, actor).orElseThrow());
    }

    public Optional<TierStanding> standing(long companyId) {
        return facts.find(companyId)
                .map(row -> new TierStanding(
                        row.tier(), row.facts(), TierRule.judge(rules.all(), row.facts()), row.pinned()));
    }

    /** The changes of a company's tier, the newest first, fifty at most. */
    public List<Moved> history(long companyId) {
        return db.sql("select * from party.tier_change where company_id = ? order by id desc limit ?")
                .params(companyId, HISTORY)
                .query(Tiers::moved)
                .list();
    }

    /** The first tier of a company that is about to be added, with a manager of its own where it needs one and the Area has one. */
    Change<Placement> placement(Company.Facts wanted) {
        Verdict verdict = TierRule.judge(rules.all(), new Facts(0, 0, wanted.industry()));
        if (!verdict.tier().needsManager() || wanted.grid().isPresent()) {
            return Change.done(new Placement(verdict, Optional.empty()));
        }
        Optional<String> manager = managers.defaultOf(wanted.areaPath());
        return manager.isEmpty() ? Change.refused(Reason.NO_MANAGER) : Change.done(new Placement(verdict, manager));
    }

    /** Where a new company begins. */
    record Placement(Verdict verdict, Optional<String> manager) {}

    /** Writes the first tier of a company into the log. */
    void begun(long companyId, Placement placement, String actor) {
        log(companyId, Optional.empty(), placement.verdict().tier(), words(placement.verdict()), actor);
        placement.manager().ifPresent(login -> managers.log(companyId, Optional.of(login), actor));
    }

    /** Judges again what is held by now: since all were read, it may have been changed, pinned or moved. */
    private Outcome move(long companyId, List<TierRule> now, String actor) {
        return facts.inTransaction(() -> facts.locked(companyId)
                .filter(row -> row.pinned().isEmpty())
                .map(row -> move(row, TierRule.judge(now, row.facts()), actor))
                .orElse(Outcome.STAYS));
    }

    private Outcome move(TierFacts.Row row, Verdict verdict, String actor) {
        if (verdict.tier() == row.tier()) {
            return Outcome.STAYS;
        }
        return follow(row, verdict, actor) ? Outcome.MOVED : Outcome.LEFT;
    }

    private boolean follow(TierFacts.Row row, Verdict verdict, String actor) {
        boolean may = managed(row, verdict.tier(), actor);
        if (may) {
            write(row, verdict.tier(), words(verdict), actor);
        }
        return may;
    }

    /** Sees to it that a company of this tier has a manager; false where that cannot be. */
    private boolean managed(TierFacts.Row row, Tier tier, String actor) {
        if (!tier.needsManager() || row.hasManager()) {
            return true;
        }
        Optional<String> manager = managers.defaultOf(row.areaPath());
        manager.ifPresent(login -> managers.put(row.id(), Optional.of(login), actor));
        return manager.isPresent();
    }

    private void write(TierFacts.Row row, Tier to, String reason, String actor) {
        if (row.tier() != to) {
            db.sql("update party.company set tier = ? where id = ?")
                    .params(to.name(), row.id())
                    .update();
            log(row.id(), Optional.of(row.tier()), to, reason, actor);
            audit.record(actor, "tier.move", "company:" + row.id(), row.tier() + " -> " + to + ", " + reason);
            events.publishEvent(new CustomerChanged(Thing.COMPANY, row.id(), Happening.CHANGE));
        }
    }

    private void log(long companyId, Optional<Tier> from, Tier to, String reason, String actor) {
        db.sql("""
                        insert into party.tier_change (company_id, at, from_tier, to_tier, reason, by_actor)
                        values (:company, :now, :from, :to, :reason, :actor)""")
                .param("company", companyId)
                .param("now", Times.at(clock.instant()))
                .param("from", from.map(Tier::name).orElse(null))
                .param("to", to.name())
                .param("reason", reason)
                .param("actor", actor)
                .update();
    }

    private static String words(Verdict verdict) {
        return verdict.place() == 0 ? "NO RULE" : "RULE " + verdict.place();
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        return new Moved(
                Times.in(row, "at"),
                Optional.ofNullable(row.getString("from_tier")).map(Tier::valueOf),
                Tier.valueOf(row.getString("to_tier")),
                row.getString("reason"),
                row.getString("by_actor"));
    }
}
