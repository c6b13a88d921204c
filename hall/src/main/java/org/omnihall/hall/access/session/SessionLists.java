package org.omnihall.hall.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Keyset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lists of sessions for people to look at, newest first, a page at a time along a key. */
@Component
public class SessionLists {

    private static final int FETCH = 1000;

    private final JdbcClient db;
    private final TransactionOperations transaction;

    SessionLists(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Who is online, the latest arrival first. */
    public Slice<OpenSession> online(SessionFilter filter, Paging paging) {
        Conditions asked = filter.open();
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(started_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<OpenSession> rows = db.sql("select * from access.open_session" + asked.where()
                        + " order by started_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(OpenSessions::row)
                .list();
        return paging.slice(rows, row -> new Keyset(row.startedAt(), row.id()).texts());
    }

    /** What is over, the latest end first. */
    public Slice<ClosedSession> closed(SessionFilter filter, Paging paging) {
        Conditions asked = filter.closed();
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(closed_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<ClosedSession> rows = db.sql(
                        "select coalesce(last_heard, closed_at) last_heard, * from access.closed_session"
                                + asked.where() + " order by closed_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(SessionLists::closedRow)
                .list();
        return paging.slice(
                rows, row -> new Keyset(row.closedAt(), row.session().id()).texts());
    }

    /** Hands over at most so many closed sessions one by one, without holding them. */
    public void eachClosed(SessionFilter filter, int most, Consumer<ClosedSession> taker) {
        Conditions asked = filter.closed();
        transaction.executeWithoutResult(status -> {
            try (Stream<ClosedSession> rows = db
                    .sql("select coalesce(last_heard, closed_at) last_heard, * from access.closed_session"
                            + asked.where() + " order by closed_at desc, id desc limit :limit")
                    .withFetchSize(FETCH)
                    .params(asked.with("limit", most).values())
                    .query(SessionLists::closedRow)
                    .stream()) {
                rows.forEach(taker);
            }
        });
    }

    public Optional<OpenSession> findOpen(UUID id) {
        return db.sql("select * from access.open_session where id = ?")
                .param(id)
                .query(OpenSessions::row)
                .optional();
    }

    /** The newest closing of a session. */
    public Optional<ClosedSession> findClosed(UUID id) {
        return db.sql(
                        "select coalesce(last_heard, closed_at) last_heard, * from access.closed_session where id = ? order by closed_at desc limit 1")
                .param(id)
                .query(SessionLists::closedRow)
                .optional();
    }

    /** The IPv6 addresses and prefixes that a session's user had, the newest first, at most so many. */
    public List<String> networks(UUID session, int most) {
        return db.sql("select network::text from access.session_network where session_id = ?"
                        + " order by first_seen desc, network limit ?")
                .params(session, most)
                .query((row, number) -> row.getString(1).replaceFirst("/128$", ""))
                .list();
    }

    private static ClosedSession closedRow(ResultSet row, int number) throws SQLException {
        Instant closedAt = Times.in(row, "closed_at");
        return new ClosedSession(OpenSessions.row(row, number), closedAt, row.getString("cause"));
    }
}
