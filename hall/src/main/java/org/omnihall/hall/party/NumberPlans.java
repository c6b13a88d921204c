package org.omnihall.hall.party;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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

    /** One version as a list shows it. One that was never used can be discarded. */
    public record Version(
            long version,
            Instant madeAt,
            String madeBy,
            String source,
            String note,
            int segments,
            boolean inUse,
            boolean wasUsed) {}

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

    /** Whether a version was ever used; before, the library's plan is in use. */
    public boolean isStarted() {
        return db.sql("select exists (select 1 from party.number_plan_use)")
                .query(Boolean.class)
                .single();
    }

    public Optional<Version> find(long version) {
        return versions(version + 1, 1).stream()
                .filter(found -> found.version() == version)
                .findFirst();
    }

    /** The newest first. */
    public List<Version> versions(int most) {
        return versions(Long.MAX_VALUE, most);
    }

    /** The newest of those below a version first. */
    public List<Version> versions(long below, int most) {
        return db.sql("""
                        select version, made_at, made_by, source, note, segments, version = coalesce(
                            (select u.version from party.number_plan_use u order by u.id desc limit 1), -1) as in_use,
                            exists (select 1 from party.number_plan_use u where u.version = p.version) as was_used
                        from party.number_plan p where version < ? order by version desc limit ?""")
                .params(below, most)
                .query((row, number) -> new Version(
                        row.getLong("version"),
                        Times.in(row, "made_at"),
                        row.getString("made_by"),
                        row.getString("source"),
                        row.getString("note"),
                        row.getInt("segments"),
                        row.getBoolean("in_use"),
                        row.getBoolean("was_used")))
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

    /** Uses a version from now on: one that was made ready, or an older one again. */
    public void use(long version, String actor) {
        transaction.executeWithoutResult(status -> write(version, actor));
        lookAgain();
    }

    /** Lays ranges over the plan in use as a new version that is not used yet, so that people can look at it first. */
    public long prepare(Collection<SegmentRange> ranges, String source, String note, String actor) {
        SegmentTable table = inUse.table().with(ranges);
        return Objects.requireNonNull(transaction.execute(status -> {
            long made = insert(table, source, note, actor);
            audit.record(actor, "number-plan.prepare", "number-plan:" + made, source + " " + note);
            return made;
        }));
    }

    /** Forgets a version that was never used. */
    public boolean discard(long version, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean gone = db.sql("""
                                    delete from party.number_plan p where version = ? and not exists
                                        (select 1 from party.number_plan_use u where u.version = p.version)""").param(version).update() == 1;
            if (gone) {
                audit.record(actor, "number-plan.discard", "number-plan:" + version, "");
            }
            return gone;
        }));
    }

    /** Where a version answers otherwise than the plan in use, in order; nothing where there is no such version. */
    public Optional<List<SegmentChange>> changes(long version) {
        return inUse.find(version).map(table -> inUse.table().changesTo(table));
    }

    /** The plan in use, range by range in order; takes seconds while it is the library's. */
    public List<SegmentRange> ranges() {
        return inUse.table().ranges();
    }

    private long add(SegmentTable table, String source, String actor) {
        Long version = transaction.execute(status -> {
            long made = insert(table, source, "", actor);
            write(made, actor);
            return made;
        });
        lookAgain();
        return version;
    }

    private long insert(SegmentTable table, String source, String note, String actor) {
        return db.sql("""
                        insert into party.number_plan (made_at, made_by, source, note, segments, lines)
                        values (?, ?, ?, ?, ?, ?) returning version""")
                .params(
                        Times.at(clock.instant()),
                        actor,
                        source,
                        note,
                        table.size(),
                        PlanLines.pack(table).toBytes())
                .query(Long.class)
                .single();
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

    private void write(long version, String actor) {
        db.sql("insert into party.number_plan_use (version, at, by_actor) values (?, ?, ?)")
                .params(version, Times.at(clock.instant()), actor)
                .update();
        audit.record(actor, "number-plan.use", "number-plan:" + version, "");
    }
}
