package org.omnihall.hall.interaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.NoticeChange.Done;
import org.omnihall.hall.interaction.NoticeChange.Reason;
import org.omnihall.hall.interaction.NoticeChange.Refused;
import org.omnihall.hall.party.After;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Anomalies that every touchpoint in an Area shows: outages, billing faults (requirement B29). Raised by staff or by other modules. */
@Component
public class Notices {

    private final JdbcClient db;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Notices(JdbcClient db, Areas areas, AuditTrail audit, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be raised; texts of at most 200 characters. */
    public record Draft(Notice.Kind kind, String areaPath, String zh, String en, Instant from, Instant until) {}

    /** The notices that hold at a moment for a place, the newest first. */
    public List<Notice> current(String areaPath, Instant at) {
        return current(List.of(areaPath), at);
    }

    /** The same for several places. */
    List<Notice> current(List<String> areaPaths, Instant at) {
        return db.sql("""
                select * from interaction.notice where until_at > :at and from_at <= :at and withdrawn_at is null
                    and exists (select 1 from unnest(:places::text[]) place where starts_with(place, area_path))
                order by from_at desc, id desc limit 20""")
                .param("at", Times.at(at))
                .param("places", areaPaths.toArray(String[]::new))
                .query(Notices::row)
                .list();
    }

    /** Shows a notice from its beginning to its end. */
    @Transactional
    public NoticeChange raise(Draft draft, String actor) {
        Optional<Reason> reason = NoticeRules.refuses(draft, clock.instant());
        if (reason.isEmpty() && areas.find(draft.areaPath()).isEmpty()) {
            reason = Optional.of(Reason.NO_SUCH_AREA);
        }
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        Notice notice = insert(draft);
        audit.record(actor, "notice.raise", "notice:" + notice.id(), notice.kind() + " " + notice.areaPath());
        return new Done(notice);
    }

    /** Takes a notice back; it is shown no longer. */
    @Transactional
    public NoticeChange withdraw(long id, String actor) {
        Optional<Notice> found = db.sql("select * from interaction.notice where id = ? for update")
                .param(id)
                .query(Notices::row)
                .optional();
        if (found.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        Instant now = clock.instant();
        if (found.get().withdrawn() || !found.get().until().isAfter(now)) {
            return new Refused(found.get().withdrawn() ? Reason.ALREADY_WITHDRAWN : Reason.IS_OVER);
        }
        db.sql("update interaction.notice set withdrawn_at = ? where id = ?")
                .params(Times.at(now), id)
                .update();
        audit.record(actor, "notice.withdraw", "notice:" + id, found.get().areaPath());
        return new Done(find(id).orElseThrow());
    }

    public Optional<Notice> find(long id) {
        return db.sql("select * from interaction.notice where id = ?")
                .param(id)
                .query(Notices::row)
                .optional();
    }

    /** All notices of an Area and those below it, past ones too, the newest first. */
    public Slice<Notice> list(String areaPath, Optional<Notice.Kind> kind, Paging paging) {
        Conditions asked =
                new Conditions().below("area_path", areaPath).and("kind = :kind", "kind", kind.map(Notice.Kind::name));
        After.row(paging, asked, "id < :after");
        List<Notice> rows = db.sql(
                        "select * from interaction.notice" + asked.where() + " order by id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Notices::row)
                .list();
        return paging.slice(rows, row -> After.of(row.id()));
    }

    private Notice insert(Draft draft) {
        return db.sql("""
                insert into interaction.notice (kind, area_path, zh, en, from_at, until_at)
                values (?, ?, ?, ?, ?, ?) returning *""")
                .params(
                        draft.kind().name(),
                        draft.areaPath(),
                        draft.zh().strip(),
                        draft.en().strip(),
                        Times.at(draft.from()),
                        Times.at(draft.until()))
                .query(Notices::row)
                .single();
    }

    private static Notice row(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("area_path"),
                row.getString("zh"),
                row.getString("en"),
                Times.in(row, "from_at"),
                Times.in(row, "until_at"),
                row.getObject("withdrawn_at") != null);
    }
}
