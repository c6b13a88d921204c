package org.omnihall.hall.access.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.attempt.State.Asked;
import org.omnihall.hall.access.attempt.State.Coded;
import org.omnihall.hall.access.attempt.State.Connecting;
import org.omnihall.hall.access.attempt.State.Ended;
import org.omnihall.hall.access.attempt.State.Failed;
import org.omnihall.hall.access.attempt.State.Known;
import org.omnihall.hall.access.attempt.State.Online;
import org.omnihall.hall.access.attempt.State.Refused;
import org.omnihall.hall.access.attempt.State.Slot;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;

/** Attempt states as columns and back. */
final class States {

    /** The columns of a state; what a state does not have is null. */
    record Columns(
            String name,
            Instant since,
            @Nullable Long subscriber,
            @Nullable String way,
            @Nullable String reason) {}

    private States() {}

    static Columns columns(State state) {
        return switch (state) {
            case Asked s -> new Columns("ASKED", s.since(), null, null, null);
            case Refused s -> new Columns("REFUSED", s.since(), null, null, null);
            case Coded s -> new Columns("CODED", s.since(), s.subscriber(), null, null);
            case Known s ->
                new Columns("KNOWN", s.since(), s.subscriber(), s.way().name(), null);
            case Slot s ->
                new Columns("SLOT", s.since(), s.subscriber(), s.way().name(), null);
            case Connecting s ->
                new Columns("CONNECTING", s.since(), s.subscriber(), s.way().name(), null);
            case Online s ->
                new Columns("ONLINE", s.since(), s.subscriber(), s.way().name(), null);
            case Failed s ->
                new Columns(
                        "FAILED",
                        s.since(),
                        s.subscriber(),
                        s.way().name(),
                        s.reason().name());
            case Ended s -> new Columns("ENDED", s.since(), null, null, null);
        };
    }

    static State read(ResultSet row) throws SQLException {
        Instant since = Times.in(row, "since");
        String name = row.getString("state");
        return switch (name) {
            case "ASKED" -> new Asked(since);
            case "REFUSED" -> new Refused(since);
            case "CODED" -> new Coded(since, row.getLong("subscriber_id"), key(row).orElseThrow());
            case "KNOWN" -> new Known(since, row.getLong("subscriber_id"), way(row));
            case "SLOT" -> new Slot(since, row.getLong("subscriber_id"), way(row));
            case "CONNECTING" -> new Connecting(since, row.getLong("subscriber_id"), way(row));
            case "ONLINE" -> new Online(since, row.getLong("subscriber_id"), way(row));
            case "FAILED" ->
                new Failed(since, row.getLong("subscriber_id"), way(row), Drop.valueOf(row.getString("reason")));
            case "ENDED" -> new Ended(since);
            default -> throw new IllegalStateException("access.attempt holds an unknown state: " + name);
        };
    }

    static Optional<Octets> key(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getBytes("number_key")).map(Octets::of);
    }

    private static Way way(ResultSet row) throws SQLException {
        return Way.valueOf(row.getString("way"));
    }
}
