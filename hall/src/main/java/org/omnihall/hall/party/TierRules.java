package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Change.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of tiers, which are data. A change moves no company until {@link Tiers#reviewAll} is called. */
@Component
public class TierRules {

    static final int MOST = 50;

    private final JdbcClient db;
    private final AuditTrail audit;

    TierRules(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    /** All rules in their order. */
    public List<TierRule> all() {
        return db.sql("select * from party.tier_rule order by place")
                .query(TierRules::read)
                .list();
    }

    /** Puts a rule at its place; the one that stood there and all behind it go down by one. Its id counts for nothing. */
    @Transactional
    public Change<TierRule> add(TierRule wanted, String actor) {
        List<TierRule> rules = locked();
        if (rules.size() >= MOST) {
            return Change.refused(Reason.TOO_LONG);
        }
        if (wanted.leastSpend() < 0 || wanted.leastMembers() < 0) {
            return Change.refused(Reason.BAD_AMOUNT);
        }
        int place = Math.clamp(wanted.place(), 1, rules.size() + 1);
        db.sql("update party.tier_rule set place = place + 1 where place >= ?")
                .param(place)
                .update();
        TierRule added = db.sql("""
                        insert into party.tier_rule (place, tier, least_spend, least_members, industry)
                        values (:place, :tier, :spend, :members, :industry) returning *""")
                .param("place", place)
                .param("tier", wanted.tier().name())
                .param("spend", wanted.leastSpend())
                .param("members", wanted.leastMembers())
                .param("industry", wanted.industry().map(Industry::name).orElse(null))
                .query(TierRules::read)
                .single();
        audit.record(actor, "tier-rule.add", "tier-rule:" + added.id(), added.toString());
        return Change.done(added);
    }

    /** Takes a rule away; those behind it move up. */
    @Transactional
    public Change<TierRule> remove(long id, String actor) {
        Optional<TierRule> gone =
                locked().stream().filter(rule -> rule.id() == id).findFirst();
        if (gone.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        db.sql("delete from party.tier_rule where id = ?").param(id).update();
        db.sql("update party.tier_rule set place = place - 1 where place > ?")
                .param(gone.get().place())
                .update();
        audit.record(actor, "tier-rule.remove", "tier-rule:" + id, gone.get().toString());
        return Change.done(gone.get());
    }

    /** The rules, held against other changes until the transaction ends. */
    private List<TierRule> locked() {
        db.sql("lock table party.tier_rule in share row exclusive mode").update();
        return all();
    }

    private static TierRule read(ResultSet row, int number) throws SQLException {
        return new TierRule(
                row.getLong("id"),
                row.getInt("place"),
                Tier.valueOf(row.getString("tier")),
                row.getLong("least_spend"),
                row.getInt("least_members"),
                Optional.ofNullable(row.getString("industry")).map(Industry::valueOf));
    }
}
