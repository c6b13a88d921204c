package org.omnihall.hall.party.merge;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.CustomerChanged;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Duplicate.Side;
import org.omnihall.hall.party.merge.Merge.Moving;
import org.omnihall.hall.party.merge.Merge.Preview;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes two records one and takes them apart again. The record that goes stays as it is and leads on to the one that is kept; what pointed
 * to it is turned over, and each row that was is written down. Undoing turns exactly those back, and is refused where one of them was
 * turned elsewhere since.
 */
@Component
class Merges {

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Sides sides;
    private final MergeBook book;
    private final MergeRules rules;
    private final Tiers tiers;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Merges(
            JdbcClient db,
            TransactionOperations transaction,
            Sides sides,
            MergeBook book,
            MergeRules rules,
            Tiers tiers,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.transaction = transaction;
        this.sides = sides;
        this.book = book;
        this.rules = rules;
        this.tiers = tiers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What a merge would do now; nothing where one of the two is not there. */
    Optional<Preview> preview(Kind kind, long kept, long gone) {
        Optional<Side> stays = sides.find(kind, kept);
        Optional<Side> goes = sides.find(kind, gone);
        if (stays.isEmpty() || goes.isEmpty()) {
            return Optional.empty();
        }
        List<Moving> moving = new ArrayList<>();
        for (Pointer pointer : Pointer.of(kind)) {
            long moves = count(pointer.moving(), kept, gone);
            moving.add(new Moving(pointer, moves, count(pointer.all(), kept, gone) - moves));
        }
        return Optional.of(new Preview(kind, stays.get(), goes.get(), moving, rules.refuses(kind, kept, gone)));
    }

    /** Makes two one: {@code gone} leads on to {@code kept}. */
    Change<Merge> merge(Kind kind, long kept, long gone, String actor) {
        return transaction.execute(status -> {
            rules.hold(kind, kept, gone);
            Optional<Reason> reason = rules.refuses(kind, kept, gone);
            return reason.isPresent() ? Change.refused(reason.get()) : Change.done(join(kind, kept, gone, actor));
        });
    }

    /** Takes two apart that were made one. */
    Change<Merge> undo(long id, String actor) {
        try {
            return transaction.execute(status -> {
                Change<Merge> change =
                        book.find(id).map(merge -> takeApart(merge, actor)).orElse(Change.refused(Reason.UNKNOWN));
                if (change instanceof Change.Refused) {
                    status.setRollbackOnly();
                }
                return change;
            });
        } catch (DataIntegrityViolationException takenSince) {
            return Change.refused(Reason.CHANGED_SINCE);
        }
    }

    private Merge join(Kind kind, long kept, long gone, String actor) {
        long id = db.sql("""
                        insert into party.merge (kind, kept_id, gone_id, at, by_actor) values (:kind, :kept, :gone, :now, :actor)
                        returning id""")
                .param("kind", kind.name())
                .param("kept", kept)
                .param("gone", gone)
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .query(Long.class)
                .single();
        tell(kind, gone, Happening.DELETE);
        tell(kind, kept, Happening.CHANGE);
        Pointer.of(kind).forEach(pointer -> turn(id, pointer, kept, gone));
        db.sql("update " + kind.table() + " set merged_into = ? where id = ?")
                .params(kept, gone)
                .update();
        review(kind, kept, actor);
        audit.record(actor, "merge", kind.subject(kept), kind.subject(gone) + ", merge:" + id);
        return book.find(id).orElseThrow();
    }

    private Change<Merge> takeApart(Merge merge, String actor) {
        Kind kind = merge.kind();
        long kept = merge.kept().id();
        long gone = merge.gone().id();
        rules.hold(kind, kept, gone);
        int open = db.sql("update party.merge set undone_at = ?, undone_by = ? where id = ? and undone_at is null")
                .params(Times.at(clock.instant()), actor, merge.id())
                .update();
        if (open == 0) {
            return Change.refused(Reason.ALREADY);
        }
        boolean turned = rules.isFree(kind, kept)
                && Pointer.of(kind).stream().allMatch(pointer -> turnBack(merge.id(), pointer, kept, gone));
        if (!turned) {
            return Change.refused(Reason.CHANGED_SINCE);
        }
        db.sql("update " + kind.table() + " set merged_into = null where id = ?")
                .param(gone)
                .update();
        if (kind == Kind.COMPANY && (rules.isLeaderless(kept) || rules.isLeaderless(gone))) {
            return Change.refused(Reason.LAST_ADMIN);
        }
        tell(kind, gone, Happening.CREATE);
        tell(kind, kept, Happening.CHANGE);
        review(kind, kept, actor);
        review(kind, gone, actor);
        audit.record(actor, "merge.undo", kind.subject(kept), kind.subject(gone) + ", merge:" + merge.id());
        return Change.done(book.find(merge.id()).orElseThrow());
    }

    private void turn(long merge, Pointer pointer, long kept, long gone) {
        db.sql("insert into party.merge_move (merge_id, what, row_id) select :merge, :what, r.id" + pointer.moving())
                .param("merge", merge)
                .param("what", pointer.name())
                .param("kept", kept)
                .param("gone", gone)
                .update();
        db.sql("update " + pointer.table() + " set " + pointer.column() + " = :kept where id in"
                        + " (select row_id from party.merge_move where merge_id = :merge and what = :what)")
                .param("kept", kept)
                .param("merge", merge)
                .param("what", pointer.name())
                .update();
    }

    /** Whether every row that was turned could be turned back. */
    private boolean turnBack(long merge, Pointer pointer, long kept, long gone) {
        long turned = db.sql("select count(*) from party.merge_move where merge_id = ? and what = ?")
                .params(merge, pointer.name())
                .query(Long.class)
                .single();
        int back = db.sql("update " + pointer.table() + " set " + pointer.column() + " = :gone where "
                        + pointer.column() + " = :kept and id in"
                        + " (select row_id from party.merge_move where merge_id = :merge and what = :what)")
                .param("gone", gone)
                .param("kept", kept)
                .param("merge", merge)
                .param("what", pointer.name())
                .update();
        return back == turned;
    }

    private long count(String from, long kept, long gone) {
        return db.sql("select count(*)" + from)
                .param("kept", kept)
                .param("gone", gone)
                .query(Long.class)
                .single();
    }

    private void tell(Kind kind, long id, Happening happening) {
        events.publishEvent(new CustomerChanged(kind.thing(), id, happening));
    }

    private void review(Kind kind, long id, String actor) {
        if (kind == Kind.COMPANY) {
            tiers.review(id, actor);
        }
    }
}
