package org.omnihall.hall.access.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.database.RowArrays;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.party.Msisdn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what the ledger has worked out, all rows of a table by one statement. */
@Component
class SessionWrites {

    private static final RowArrays<Entry> EVENTS = usage(
                    new RowArrays<Entry>("access.session_event")
                            .id("session_id", Entry::session)
                            .number("controller_id", entry -> entry.event().controllerId())
                            .text("acct_session_id", entry -> entry.event().acctSessionId())
                            .text("kind", entry -> entry.event().kind().name())
                            .moment("at", entry -> entry.event().at())
                            .moment("received_at", entry -> entry.event().receivedAt()),
                    entry -> entry.event().usage())
            .maybeText("detail", entry -> entry.event().cause());

    private static final RowArrays<Network> NETWORKS = new RowArrays<Network>("access.session_network")
            .id("session_id", Network::session)
            .network("network", network -> network.of().toString())
            .moment("first_seen", Network::at);

    private final JdbcTemplate db;
    private final Patience patience;
    private final RowArrays<Held> changes;
    private final RowArrays<Held> open;
    private final RowArrays<Held> closed = common(new RowArrays<Held>("access.closed_session"))
            .moment("closed_at", held -> held.fold().close().orElseThrow().at())
            .text("cause", held -> held.fold().close().orElseThrow().cause().name())
            .text("closers", held -> Closer.text(held.fold().closers()));
    private final RowArrays<Held> word = new RowArrays<Held>("access.untold")
            .text("kind", held -> kind(held).name())
            .text("source", held -> "access.session")
            .text("source_id", SessionWrites::wordId)
            .id("journey", held -> held.facts().journey().orElse(held.facts().id()))
            .maybeNumber("subscriber_id", held -> held.facts().subscriberId())
            .flag("of_attempt", held -> false)
            .maybeText("user_name", held -> account(held.facts()))
            .text(
                    "outcome",
                    held -> held.fold().close().map(one -> one.cause().name()).orElse("DONE"))
            .text("area_path", held -> held.facts().place().areaPath())
            .maybeNumber("venue_id", held -> held.facts().place().venueId())
            .moment("at", SessionWrites::toldAt);

    SessionWrites(JdbcTemplate db, Patience patience) {
        this.db = db;
        this.patience = patience;
        this.changes = usage(
                        new RowArrays<Held>("access.open_session")
                                .id("id", held -> held.facts().id())
                                .maybeId("journey", held -> held.facts().journey())
                                .text("user_name", held -> held.facts().userName())
                                .maybeNumber("mac", SessionWrites::mac)
                                .maybeAddress("ip", held -> held.facts().ip())
                                .moment("started_at", held -> held.fold().startedAt())
                                .flag(
                                        "start_seen",
                                        held -> held.fold().startSeen().isPresent())
                                .maybeMoment("last_heard", held -> held.fold().lastHeard()),
                        held -> held.fold().usage())
                .moment("heard_at", Held::heardAt)
                .moment("overdue_at", this::overdueAt);
        this.open = common(new RowArrays<Held>("access.open_session")).moment("overdue_at", this::overdueAt);
    }

    private static <T> RowArrays<T> usage(RowArrays<T> rows, Function<T, Usage> usage) {
        return rows.number("up_octets", row -> usage.apply(row).upOctets())
                .number("down_octets", row -> usage.apply(row).downOctets())
                .number("up_packets", row -> usage.apply(row).upPackets())
                .number("down_packets", row -> usage.apply(row).downPackets())
                .number("seconds", row -> usage.apply(row).time().toSeconds());
    }

    /** What a session has, open or closed. */
    private static RowArrays<Held> common(RowArrays<Held> rows) {
        return usage(
                        rows.id("id", held -> held.facts().id())
                                .number("controller_id", held -> held.facts().controllerId())
                                .text("acct_session_id", held -> held.facts().acctSessionId())
                                .maybeId("journey", held -> held.facts().journey())
                                .maybeText("owner", held -> held.facts().owner().map(Owner::toString))
                                .text("user_name", held -> held.facts().userName())
                                .maybeNumber(
                                        "subscriber_id", held -> held.facts().subscriberId())
                                .maybeNumber("account_id", held -> held.facts().accountId())
                                .maybeNumber("mac", SessionWrites::mac)
                                .maybeAddress("ip", held -> held.facts().ip())
                                .text("area_path", held -> held.facts().place().areaPath())
                                .maybeNumber(
                                        "venue_id", held -> held.facts().place().venueId())
                                .maybeNumber(
                                        "ap_id", held -> held.facts().place().apId())
                                .maybeText("ssid", held -> held.facts().place().ssid())
                                .text("ssid_group", held -> held.facts().place().ssidGroup())
                                .moment("started_at", held -> held.fold().startedAt())
                                .flag(
                                        "start_seen",
                                        held -> held.fold().startSeen().isPresent())
                                .maybeMoment("last_heard", held -> held.fold().lastHeard())
                                .number(
                                        "interim_seconds",
                                        held -> held.facts().interim().toSeconds())
                                .flag("wlan", held -> held.facts().wlan()),
                        held -> held.fold().usage())
                .moment("heard_at", Held::heardAt);
    }

    /** How many updates in a row may stay away before a session counts as lost. */
    @FunctionalInterface
    interface Patience {
        int interimsMissed(SessionPlace place);
    }

    /** An event with the session that it is of. */
    record Entry(UUID session, AccountingEvent event) {

        private Stream<Network> networks() {
            return event.device().networks().stream().map(network -> new Network(session, network, event.at()));
        }
    }

    /** An IPv6 network that the user of a session has. */
    private record Network(UUID session, Cidr of, Instant at) {}

    void events(List<Entry> entries) {
        EVENTS.insertMissing(db, entries);
        NETWORKS.insert(db, entries.stream().flatMap(Entry::networks).toList(), "on conflict do nothing");
    }

    /** Puts sessions where they belong now. */
    void store(List<Held> sessions) {
        List<Held> stayOpen = sessions.stream()
                .filter(s -> s.row() == Held.Row.OPEN && s.fold().isOpen())
                .toList();
        List<Held> move = sessions.stream()
                .filter(s -> s.row() != Held.Row.OPEN || !s.fold().isOpen())
                .toList();
        changes.update(db, stayOpen);
        remove(move);
        open.insert(db, move.stream().filter(s -> s.fold().isOpen()).toList(), "");
        closed.insert(db, move.stream().filter(s -> !s.fold().isOpen()).toList(), "");
    }

    private void remove(List<Held> sessions) {
        List<UUID> open = sessions.stream()
                .filter(s -> s.row() == Held.Row.OPEN)
                .map(s -> s.facts().id())
                .toList();
        all(open, "delete from access.open_session where id = any(?::text[]::uuid[])");
        sessions.stream()
                .filter(s -> s.row() == Held.Row.CLOSED)
                .forEach(held -> db.update(
                        "delete from access.closed_session where id = ? and closed_at = ?",
                        held.facts().id(),
                        Times.at(held.storedCloseAt())));
    }

    /** Leaves word for the contact log: these sessions opened, or closed. */
    void untold(List<Held> sessions) {
        word.insert(db, sessions, "");
    }

    private static ContactKind kind(Held held) {
        return held.fold().isOpen() ? ContactKind.SESSION_OPENED : ContactKind.SESSION_CLOSED;
    }

    /** By its kind too: controllers tell seconds, and a session may begin and end within one. */
    private static String wordId(Held held) {
        return held.facts().id() + "@" + ChronoUnit.MICROS.between(Instant.EPOCH, toldAt(held)) + "/" + kind(held);
    }

    private static Instant toldAt(Held held) {
        return notAfter(held.heardAt(), held.fold().close().map(Closer::at).orElseGet(held.fold()::startedAt));
    }

    /** A controller whose clock goes ahead tells of no contact that is still to come. */
    private static Instant notAfter(Instant heard, Instant said) {
        return said.isAfter(heard) ? heard : said;
    }

    /** The account's name; a number never gets into the contact log. */
    private static Optional<String> account(SessionFacts facts) {
        return Optional.of(facts.userName())
                .filter(name -> facts.subscriberId().isEmpty()
                        && !name.isEmpty()
                        && Msisdn.parse(name).isEmpty());
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

    private Instant overdueAt(Held held) {
        return held.overdueAt(patience.interimsMissed(held.facts().place()));
    }

    private static OptionalLong mac(Held held) {
        return held.facts().mac().map(mac -> OptionalLong.of(mac.bits())).orElseGet(OptionalLong::empty);
    }
}
