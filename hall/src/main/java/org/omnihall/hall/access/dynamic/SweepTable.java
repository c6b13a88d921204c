package org.omnihall.hall.access.dynamic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Keyset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sweeps, their sessions, and whose turn it is. */
@Component
class SweepTable {

    private final JdbcClient db;

    SweepTable(JdbcClient db) {
        this.db = db;
    }

    /** One session of a running sweep, which this node has to ask for. */
    record Due(UUID sweep, UUID session, Asked.Kind kind, String actor) {}

    /** How many sessions are meant at each controller. */
    List<Long> openByController(SessionFilter filter) {
        Conditions asked = filter.open();
        return db.sql("select count(*) from access.open_session" + asked.where() + " group by controller_id")
                .params(asked.values())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Writes a sweep with the sessions that are open, at most so many; gives how many there are. */
    long begin(UUID id, Sweeps.Wish wish, String actor, Instant now, long most) {
        db.sql("insert into access.sweep (id, kind, area_path, told, actor, state, sessions, begun_at)"
                        + " values (?, ?, ?, ?, ?, 'RUNNING', 0, ?)")
                .params(id, wish.kind().name(), wish.filter().areaPath(), wish.told(), actor, Times.at(now))
                .update();
        Conditions asked = wish.filter().open();
        int sessions = db.sql("insert into access.sweep_session (sweep_id, session_id, controller_id)"
                        + " select :sweep, id, controller_id from access.open_session" + asked.where()
                        + " limit :most")
                .params(asked.with("sweep", id).with("most", most).values())
                .update();
        db.sql("insert into access.sweep_turn (controller_id, next_at)"
                        + " select distinct controller_id, :now::timestamptz from access.sweep_session where sweep_id = :id"
                        + " order by controller_id on conflict do nothing")
                .param("now", Times.at(now))
                .param("id", id)
                .update();
        db.sql("update access.sweep set sessions = ? where id = ?")
                .params(sessions, id)
                .update();
        return sessions;
    }

    void forget(UUID id) {
        db.sql("delete from access.sweep_session where sweep_id = ?").param(id).update();
        db.sql("delete from access.sweep where id = ?").param(id).update();
    }

    /** What waits is settled; what is being asked for is told by its request. */
    boolean stop(UUID id, String actor, Instant now) {
        boolean stopped = db.sql("update access.sweep set state = 'STOPPED', stopped_by = ?, over_at = ?"
                                + " where id = ? and state = 'RUNNING'")
                        .params(actor, Times.at(now), id)
                        .update()
                == 1;
        if (stopped) {
            db.sql(
                            "update access.sweep_session set state = 'NOT_ASKED' where sweep_id = ? and state in ('WAITING', 'TAKEN')")
                    .param(id)
                    .update();
        }
        return stopped;
    }

    /** Controllers whose turn it is and for which something waits. */
    List<Long> turns(Instant now, int most) {
        return db.sql("""
                        select t.controller_id from access.sweep_turn t cross join lateral (
                            select s.session_id from access.sweep_session s
                                join access.sweep w on w.id = s.sweep_id and w.state = 'RUNNING'
                            where s.controller_id = t.controller_id and s.state in ('WAITING', 'TAKEN')
                                and (s.state = 'WAITING' or s.taken_until < :now) limit 1) due
                        where t.next_at <= :now order by t.next_at, t.controller_id limit :most""")
                .param("now", Times.at(now))
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /**
     * Takes a controller's turn and the sessions that are due in it; nothing where another node has it. One that was taken and not settled in the
     * lease is due again: whoever took it is gone.
     */
    @Transactional
    public List<Due> take(long controllerId, int most, Instant now, Duration lease) {
        boolean mine = db.sql("update access.sweep_turn set next_at = ? where controller_id = ? and next_at <= ?")
                        .params(Times.at(now.plusSeconds(1)), controllerId, Times.at(now))
                        .update()
                == 1;
        if (!mine) {
            return List.of();
        }
        return db.sql("""
                        update access.sweep_session s set state = 'TAKEN', taken_until = :until, request = null
                        from access.sweep w, (
                            select d.sweep_id, d.session_id from access.sweep_session d
                                join access.sweep r on r.id = d.sweep_id and r.state = 'RUNNING'
                            where d.controller_id = :controller and d.state in ('WAITING', 'TAKEN')
                                and (d.state = 'WAITING' or d.taken_until < :now)
                            order by d.sweep_id, d.session_id limit :most for update of d skip locked) due
                        where s.sweep_id = due.sweep_id and s.session_id = due.session_id and w.id = s.sweep_id
                        returning s.sweep_id, s.session_id, w.kind, w.actor""")
                .param("until", Times.at(now.plus(lease)))
                .param("now", Times.at(now))
                .param("controller", controllerId)
                .param("most", most)
                .query((row, number) -> new Due(
                        row.getObject("sweep_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        Asked.Kind.valueOf(row.getString("kind")),
                        row.getString("actor")))
                .list();
    }

    void asked(Due due, UUID request) {
        db.sql("update access.sweep_session set request = ? where sweep_id = ? and session_id = ?")
                .params(request, due.sweep(), due.session())
                .update();
    }

    /** The answer to this request is written. */
    void settled(Due due, UUID request) {
        db.sql("update access.sweep_session set state = 'ASKED', request = ? where sweep_id = ? and session_id = ?")
                .params(request, due.sweep(), due.session())
                .update();
    }

    /** Settled without a request: OVER, or NO_ANSWER where its controller cannot be asked for it. */
    void settled(Due due, Sweep.Fate fate) {
        db.sql("update access.sweep_session set state = ? where sweep_id = ? and session_id = ?")
                .params(fate.name(), due.sweep(), due.session())
                .update();
    }

    /** Sweeps of which nothing waits any more are done. */
    void finish(Instant now) {
        db.sql(
                        "update access.sweep w set state = 'DONE', over_at = ? where w.state = 'RUNNING' and not exists ("
                                + "select from access.sweep_session s where s.sweep_id = w.id and s.state in ('WAITING', 'TAKEN'))")
                .param(Times.at(now))
                .update();
    }

    Optional<Sweep> find(UUID id) {
        return db.sql("select * from access.sweep where id = ?")
                .param(id)
                .query(SweepTable::row)
                .optional();
    }

    Slice<Sweep> list(String areaPath, Paging paging) {
        Conditions asked = new Conditions().below("area_path", areaPath);
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(begun_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Sweep> rows = db.sql(
                        "select * from access.sweep" + asked.where() + " order by begun_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(SweepTable::row)
                .list();
        return paging.slice(rows, row -> new Keyset(row.begunAt(), row.id()).texts());
    }

    private static Sweep row(ResultSet row, int number) throws SQLException {
        return new Sweep(
                row.getObject("id", UUID.class),
                Asked.Kind.valueOf(row.getString("kind")),
                row.getString("area_path"),
                row.getString("told"),
                row.getString("actor"),
                Sweep.State.valueOf(row.getString("state")),
                row.getLong("sessions"),
                Times.in(row, "begun_at"),
                Times.maybeIn(row, "over_at"),
                Optional.ofNullable(row.getString("stopped_by")));
    }
}
