package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.database.Maybe;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/** Writes what the ledger has worked out, many rows in one statement's batch. */
@Component
class SessionWrites {

    private static final int BATCH = 500;
    private static final String COMMON =
            "id, controller_id, acct_session_id, journey, owner, user_name, subscriber_id, account_id, mac, ip, area_path,"
                    + " venue_id, ap_id, ssid, ssid_group, started_at, start_seen, last_heard, interim_seconds, wlan,"
                    + " up_octets, down_octets, up_packets, down_packets, seconds, heard_at";
    private static final String MARKS = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?::inet" + ", ?".repeat(16);

    private final JdbcTemplate db;
    private final Patience patience;

    SessionWrites(JdbcTemplate db, Patience patience) {
        this.db = db;
        this.patience = patience;
    }

    /** How many updates in a row may stay away before a session counts as lost. */
    @FunctionalInterface
    interface Patience {
        int interimsMissed(SessionPlace place);
    }

    /** An event with the session that it is of. */
    record Entry(UUID session, AccountingEvent event) {}

    void events(List<Entry> entries) {
        batch(
                "insert into access.session_event (session_id, controller_id, acct_session_id, kind, at, received_at, up_octets,"
                        + " down_octets, up_packets, down_packets, seconds, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                entries,
                (statement, entry) -> {
                    AccountingEvent event = entry.event();
                    statement.setObject(1, entry.session());
                    statement.setLong(2, event.controllerId());
                    statement.setString(3, event.acctSessionId());
                    statement.setString(4, event.kind().name());
                    statement.setObject(5, Times.at(event.at()));
                    statement.setObject(6, Times.at(event.receivedAt()));
                    usage(statement, 7, event.usage());
                    Maybe.text(statement, 12, event.cause());
                });
    }

    /** Puts sessions where they belong now. */
    void store(List<Held> sessions) {
        List<Held> stayOpen = sessions.stream()
                .filter(s -> s.row() == Held.Row.OPEN && s.fold().isOpen())
                .toList();
        List<Held> move = sessions.stream()
                .filter(s -> s.row() != Held.Row.OPEN || !s.fold().isOpen())
                .toList();
        update(stayOpen);
        remove(move);
        insertOpen(move.stream().filter(s -> s.fold().isOpen()).toList());
        insertClosed(move.stream().filter(s -> !s.fold().isOpen()).toList());
    }

    private void update(List<Held> sessions) {
        batch(
                "update access.open_session set journey = ?, user_name = ?, mac = ?, ip = ?::inet, started_at = ?, start_seen = ?,"
                        + " last_heard = ?, up_octets = ?, down_octets = ?, up_packets = ?, down_packets = ?, seconds = ?,"
                        + " heard_at = ?, overdue_at = ? where id = ?",
                sessions,
                (statement, held) -> {
                    SessionFacts facts = held.facts();
                    Maybe.uuid(statement, 1, facts.journey());
                    statement.setString(2, facts.userName());
                    Maybe.number(statement, 3, mac(facts.mac()));
                    Maybe.text(statement, 4, facts.ip().map(InetAddress::getHostAddress));
                    statement.setObject(5, Times.at(held.fold().startedAt()));
                    statement.setBoolean(6, held.fold().startSeen().isPresent());
                    Maybe.moment(statement, 7, held.fold().lastHeard());
                    usage(statement, 8, held.fold().usage());
                    statement.setObject(13, Times.at(held.heardAt()));
                    statement.setObject(14, Times.at(overdueAt(held)));
                    statement.setObject(15, facts.id());
                });
    }

    private void remove(List<Held> sessions) {
        List<UUID> open = sessions.stream()
                .filter(s -> s.row() == Held.Row.OPEN)
                .map(s -> s.facts().id())
                .toList();
        all(open, "delete from access.open_session where id = any(?::text[]::uuid[])");
        batch(
                "delete from access.closed_session where id = ? and closed_at = ?",
                sessions.stream().filter(s -> s.row() == Held.Row.CLOSED).toList(),
                (statement, held) -> {
                    statement.setObject(1, held.facts().id());
                    statement.setObject(2, Times.at(held.storedCloseAt()));
                });
    }

    private void insertOpen(List<Held> sessions) {
        batch(
                "insert into access.open_session (" + COMMON + ", overdue_at) values (" + MARKS + ", ?)",
                sessions,
                (statement, held) -> {
                    common(statement, held);
                    statement.setObject(27, Times.at(overdueAt(held)));
                });
    }

    private void insertClosed(List<Held> sessions) {
        batch(
                "insert into access.closed_session (" + COMMON + ", closed_at, cause, closers) values (" + MARKS
                        + ", ?, ?, ?)",
                sessions,
                (statement, held) -> {
                    common(statement, held);
                    Closer close = held.fold().close().orElseThrow();
                    statement.setObject(27, Times.at(close.at()));
                    statement.setString(28, close.cause().name());
                    statement.setString(29, Closer.text(held.fold().closers()));
                });
    }

    /** Leaves word for the contact log: these sessions opened, or closed. */
    void untold(ContactKind kind, List<Held> sessions) {
        batch(
                "insert into access.untold (kind, source, source_id, journey, subscriber_id, of_attempt, user_name, outcome,"
                        + " area_path, venue_id, at) values (?, 'access.session', ?, ?, ?, false, ?, ?, ?, ?, ?)",
                sessions,
                (statement, held) -> {
                    SessionFacts facts = held.facts();
                    Optional<Closer> close = held.fold().close();
                    Instant at = notAfter(held.heardAt(), close.map(Closer::at).orElseGet(held.fold()::startedAt));
                    statement.setString(1, kind.name());
                    statement.setString(2, facts.id() + "@" + ChronoUnit.MICROS.between(Instant.EPOCH, at));
                    statement.setObject(3, facts.journey().orElse(facts.id()));
                    Maybe.number(statement, 4, facts.subscriberId());
                    statement.setString(5, account(facts));
                    statement.setString(6, close.map(one -> one.cause().name()).orElse("DONE"));
                    statement.setString(7, facts.place().areaPath());
                    Maybe.number(statement, 8, facts.place().venueId());
                    statement.setObject(9, Times.at(at));
                });
    }

    /** A controller whose clock goes ahead tells of no contact that is still to come. */
    private static Instant notAfter(Instant heard, Instant said) {
        return said.isAfter(heard) ? heard : said;
    }

    /** The account's name; a number never gets into the contact log. */
    private static @Nullable String account(SessionFacts facts) {
        boolean named = facts.subscriberId().isEmpty()
                && !facts.userName().isEmpty()
                && Msisdn.parse(facts.userName()).isEmpty();
        return named ? facts.userName() : null;
    }

    /** An admission of version 0.1 whose session has begun holds a place no longer; the session does. */
    void started(Collection<UUID> journeys, Instant at) {
        all(
                journeys,
                "update access.reservation set started_at = ? where id = any(?::text[]::uuid[]) and started_at is null",
                Times.at(at));
    }

    /** Rule 17: what was asked to end has really ended. */
    void ended(Collection<UUID> sessions, Instant at) {
        all(
                sessions,
                "update access.disconnect_request set state = 'ENDED', ended_at = ?"
                        + " where session_id = any(?::text[]::uuid[]) and state <> 'ENDED'",
                Times.at(at));
    }

    void reset(long controllerId, Instant at, String kind) {
        db.update(
                "insert into access.controller_reset (controller_id, at, kind) values (?, ?, ?) on conflict do nothing",
                controllerId,
                Times.at(at),
                kind);
    }

    /** One statement about many rows, whose ids are its last parameter. */
    private void all(Collection<UUID> ids, String sql, Object... before) {
        if (!ids.isEmpty()) {
            List<Object> values = new ArrayList<>(List.of(before));
            values.add(ids.stream().map(UUID::toString).sorted().toArray(String[]::new));
            db.update(sql, values.toArray());
        }
    }

    private <T> void batch(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) {
            db.batchUpdate(sql, rows, BATCH, setter);
        }
    }

    private static void common(PreparedStatement statement, Held held) throws SQLException {
        SessionFacts facts = held.facts();
        statement.setObject(1, facts.id());
        statement.setLong(2, facts.controllerId());
        statement.setString(3, facts.acctSessionId());
        Maybe.uuid(statement, 4, facts.journey());
        Maybe.text(statement, 5, facts.owner().map(Owner::toString));
        statement.setString(6, facts.userName());
        Maybe.number(statement, 7, facts.subscriberId());
        Maybe.number(statement, 8, facts.accountId());
        Maybe.number(statement, 9, mac(facts.mac()));
        Maybe.text(statement, 10, facts.ip().map(InetAddress::getHostAddress));
        statement.setString(11, facts.place().areaPath());
        Maybe.number(statement, 12, facts.place().venueId());
        Maybe.number(statement, 13, facts.place().apId());
        Maybe.text(statement, 14, facts.place().ssid());
        statement.setString(15, facts.place().ssidGroup());
        statement.setObject(16, Times.at(held.fold().startedAt()));
        statement.setBoolean(17, held.fold().startSeen().isPresent());
        Maybe.moment(statement, 18, held.fold().lastHeard());
        statement.setInt(19, Math.toIntExact(facts.interim().toSeconds()));
        statement.setBoolean(20, facts.wlan());
        usage(statement, 21, held.fold().usage());
        statement.setObject(26, Times.at(held.heardAt()));
    }

    private Instant overdueAt(Held held) {
        return held.overdueAt(patience.interimsMissed(held.facts().place()));
    }

    private static OptionalLong mac(Optional<MacAddress> mac) {
        return mac.map(m -> OptionalLong.of(m.bits())).orElse(OptionalLong.empty());
    }

    private static void usage(PreparedStatement statement, int first, Usage usage) throws SQLException {
        statement.setLong(first, usage.upOctets());
        statement.setLong(first + 1, usage.downOctets());
        statement.setLong(first + 2, usage.upPackets());
        statement.setLong(first + 3, usage.downPackets());
        statement.setLong(first + 4, usage.time().toSeconds());
    }
}
