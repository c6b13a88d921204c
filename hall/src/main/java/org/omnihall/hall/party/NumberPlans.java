package org.omnihall.hall.party;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The versions of the number plan: every import makes a whole new one over the one in use, and any older one can be used again. */
@Component
public class NumberPlans {

    /** One version as a list shows it. */
    public record Version(
            long version, Instant madeAt, String madeBy, String source, String note, int segments, boolean inUse) {}

    /** What an import would change, or has changed. {@code version} is empty for a dry run. */
    public record Outcome(int rows, int segments, int changed, Optional<Long> version) {}

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final SegmentsInUse inUse;

    NumberPlans(JdbcClient db, TransactionOperations transaction, AuditTrail audit, Clock clock, SegmentsInUse inUse) {
        this.db = db;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.inUse = inUse;
    }

    /** The newest first. */
    public List<Version> versions(int most) {
        return db.sql("""
                        select version, made_at, made_by, source, note, segments, version = coalesce(
                            (select u.version from party.number_plan_use u order by u.id desc limit 1), -1) as in_use
                        from party.number_plan order by version desc limit ?""")
                .param(most)
                .query((row, number) -> new Version(
                        row.getLong("version"),
                        Times.in(row, "made_at"),
                        row.getString("made_by"),
                        row.getString("source"),
                        row.getString("note"),
                        row.getInt("segments"),
                        row.getBoolean("in_use")))
                .list();
    }

    /**
     * Takes the operator's own phone.dat.
     *
     * @throws BadSegments when it is not one
     */
    public Outcome takePhoneDat(Octets file, boolean dryRun, String actor) {
        return take(PhoneDat.read(file), "phone.dat", dryRun, actor);
    }

    /** Lays ranges over the plan in use as a new version and uses it; a dry run only counts. */
    public Outcome take(Collection<SegmentRange> ranges, String source, boolean dryRun, String actor) {
        SegmentTable before = inUse.table();
        SegmentTable after = before.with(ranges);
        int changed = after.differences(before);
        Optional<Long> version = dryRun ? Optional.empty() : Optional.of(add(after, source, actor));
        return new Outcome(ranges.size(), after.size(), changed, version);
    }

    /** Uses an older version again. */
    public void rollBack(long version, String actor) {
        transaction.executeWithoutResult(status -> use(version, actor));
        lookAgain();
    }

    /** The plan in use, range by range in order; takes seconds while it is the library's. */
    public List<SegmentRange> ranges() {
        return inUse.table().ranges();
    }

    private long add(SegmentTable table, String source, String actor) {
        Long version = transaction.execute(status -> {
            long made = db.sql("""
                            insert into party.number_plan (made_at, made_by, source, note, segments, lines)
                            values (?, ?, ?, '', ?, ?) returning version""")
                    .params(
                            Times.at(clock.instant()),
                            actor,
                            source,
                            table.size(),
                            PlanLines.pack(table).toBytes())
                    .query(Long.class)
                    .single();
            use(made, actor);
            return made;
        });
        lookAgain();
        return version;
    }

    /** Inside a transaction of the caller's, such as an import's, there is nothing new until it is committed. */
    private void lookAgain() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    inUse.refresh();
                }
            });
        } else {
            inUse.refresh();
        }
    }

    private void use(long version, String actor) {
        db.sql("insert into party.number_plan_use (version, at, by_actor) values (?, ?, ?)")
                .params(version, Times.at(clock.instant()), actor)
                .update();
        audit.record(actor, "number-plan.use", "number-plan:" + version, "");
    }
}
