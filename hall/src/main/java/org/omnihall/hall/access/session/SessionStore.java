package org.omnihall.hall.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sessions for the ledger, many at once, open ones under lock. */
@Component
class SessionStore {

    /** An event can change a session that was closed so long before it, not an older one. */
    static final Duration REACH = Duration.ofDays(35);

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    /** A controller's name of a session. */
    record Key(long controllerId, String acctSessionId) {

        static Key of(SessionFacts facts) {
            return new Key(facts.controllerId(), facts.acctSessionId());
        }

        /** The expression that the sessions' tables are indexed by. */
        private String text() {
            return controllerId + " " + acctSessionId;
        }
    }

    /**
     * Begins to work at sessions of these names, which the other nodes leave alone until this transaction is over: two of them, each with an event
     * of a session that neither finds, would make it twice. One order for everybody, so that nobody locks another out.
     *
     * <p>The rest of the transaction finds rows by index alone. Its statements are planned once a connection, perhaps while a table is nearly empty;
     * a scan of the whole table, cheap then, would still be made when it holds millions.
     */
    void begin(Collection<Key> keys) {
        db.sql("select set_config('enable_seqscan', 'off', true) union all"
                        + " select pg_advisory_xact_lock(key)::text from (select distinct hashtextextended(name, 16) as key"
                        + " from unnest(?::text[]) as n(name) order by key) as keys")
                .param(keys.stream().map(Key::text).sorted().toArray(String[]::new))
                .query(row -> {});
    }

    /** The sessions of these names. */
    List<Held> known(Collection<Key> keys, Instant since) {
        Object names = keys.stream().map(Key::text).sorted().toArray(String[]::new);
        return both("controller_id::text || ' ' || acct_session_id = any(?::text[])", names, since.minus(REACH));
    }

    /** The open sessions of these devices, and those closed since a moment. */
    List<Held> ofDevices(Collection<MacAddress> macs, Instant since) {
        Object bits = macs.stream().map(MacAddress::bits).sorted().toArray(Long[]::new);
        return both("mac = any(?::bigint[])", bits, since);
    }

    List<Held> openOf(long controllerId) {
        return open("controller_id = ?", List.of(controllerId), "");
    }

    /** Sessions of a controller that were there at a moment, and ended when their devices came back after it. */
    List<Held> replacedAcross(long controllerId, Instant at) {
        return db.sql("select * from access.closed_session where controller_id = ? and closed_at > ? and started_at < ?"
                        + " and cause = 'REPLACED'")
                .params(controllerId, Times.at(at), Times.at(at))
                .query(SessionStore::closedRow)
                .list();
    }

    /** Open sessions whose updates stayed away although we were listening all that time, at most so many. */
    List<Held> overdue(Instant now, Instant listeningSince, int limit) {
        return open(
                "overdue_at <= ? and overdue_at - heard_at <= ?::timestamptz - ?::timestamptz",
                List.of(Times.at(now), Times.at(now), Times.at(listeningSince)),
                " limit " + limit);
    }

    private List<Held> both(String where, Object value, Instant closedSince) {
        List<Held> found = new ArrayList<>(open(where, List.of(value), ""));
        found.addAll(db.sql("select * from access.closed_session where " + where + " and closed_at >= ?")
                .param(value)
                .param(Times.at(closedSince))
                .query(SessionStore::closedRow)
                .list());
        return found;
    }

    private List<Held> open(String where, List<Object> values, String tail) {
        return db.sql("select * from access.open_session where " + where + tail + " for update")
                .params(values)
                .query(SessionStore::openRow)
                .list();
    }

    /** The events that are already stored around the given moments, to know a re-send by. */
    List<SameEvent> events(Collection<UUID> sessions, Instant from, Instant to) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        "select * from access.session_event where session_id = any(?::text[]::uuid[]) and at between ? and ?"
                                + " and kind in ('START', 'INTERIM', 'STOP')")
                .param(sessions.stream().map(UUID::toString).toArray(String[]::new))
                .param(Times.at(from))
                .param(Times.at(to))
                .query((row, n) -> new SameEvent(
                        row.getObject("session_id", UUID.class),
                        AccountingEvent.Kind.valueOf(row.getString("kind")),
                        Times.in(row, "at"),
                        OpenSessions.usage(row)))
                .list();
    }

    /** A controller's newest restart. */
    record Reset(long controllerId, Instant at) {}

    List<Reset> resets(Collection<Long> controllers) {
        return db.sql("select controller_id, max(at) as at from access.controller_reset"
                        + " where controller_id = any(?::bigint[]) group by controller_id")
                .param(controllers.toArray(Long[]::new))
                .query((row, n) -> new Reset(row.getLong("controller_id"), Times.in(row, "at")))
                .list();
    }

    private static Held openRow(ResultSet row, int number) throws SQLException {
        return held(row, Held.Row.OPEN, Optional.empty(), "");
    }

    private static Held closedRow(ResultSet row, int number) throws SQLException {
        return held(row, Held.Row.CLOSED, Optional.of(Times.in(row, "closed_at")), row.getString("closers"));
    }

    private static Held held(ResultSet row, Held.Row where, Optional<Instant> closedAt, String closers)
            throws SQLException {
        Instant started = Times.in(row, "started_at");
        boolean startSeen = row.getBoolean("start_seen");
        SessionFold fold = new SessionFold(
                startSeen ? Optional.of(started) : Optional.empty(),
                startSeen ? Optional.empty() : Optional.of(started),
                Times.maybeIn(row, "last_heard"),
                OpenSessions.usage(row),
                closers.isEmpty() ? new TreeSet<>() : Closer.parse(closers));
        return new Held(facts(row), fold, Times.in(row, "heard_at"), where, closedAt);
    }

    private static SessionFacts facts(ResultSet row) throws SQLException {
        return new SessionFacts(
                row.getObject("id", UUID.class),
                row.getLong("controller_id"),
                row.getString("acct_session_id"),
                Columns.uuid(row, "journey"),
                Optional.ofNullable(row.getString("owner")).flatMap(Owner::parse),
                Optional.empty(),
                row.getString("user_name"),
                Columns.number(row, "subscriber_id"),
                Columns.number(row, "account_id"),
                Columns.mac(row, "mac"),
                Columns.address(row, "ip"),
                Columns.place(row),
                Duration.ofSeconds(row.getInt("interim_seconds")),
                row.getBoolean("wlan"));
    }
}
