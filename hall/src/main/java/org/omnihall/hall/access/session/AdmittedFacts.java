package org.omnihall.hall.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a new session is of: what its admission said, found by the journey in Class; without one, what the event itself tells. */
@Component
class AdmittedFacts {

    private final JdbcClient db;
    private final Whereabouts whereabouts;

    AdmittedFacts(JdbcClient db, Whereabouts whereabouts) {
        this.db = db;
        this.whereabouts = whereabouts;
    }

    /** Where a session is that we did not admit. */
    @FunctionalInterface
    interface Whereabouts {
        SessionPlace of(AccountingEvent event);
    }

    /** An admission as it is stored. */
    private record Admitted(
            UUID journey,
            String owner,
            String userName,
            OptionalLong subscriberId,
            OptionalLong accountId,
            SessionPlace place,
            Duration interim) {}

    Ledger.Facts of(Collection<AccountingEvent> batch) {
        Map<UUID, Admitted> admitted = new HashMap<>();
        List<String> journeys = batch.stream()
                .flatMap(e -> e.journey().stream())
                .distinct()
                .map(UUID::toString)
                .toList();
        if (!journeys.isEmpty()) {
            db.sql("select * from access.reservation where id = any(?::text[]::uuid[])")
                    .param(journeys.toArray(String[]::new))
                    .query(AdmittedFacts::row)
                    .list()
                    .forEach(a -> admitted.put(a.journey(), a));
        }
        return (id, event) ->
                facts(id, event, event.journey().flatMap(journey -> Optional.ofNullable(admitted.get(journey))));
    }

    private SessionFacts facts(UUID id, AccountingEvent event, Optional<Admitted> admitted) {
        return new SessionFacts(
                id,
                event.controllerId(),
                event.acctSessionId(),
                event.journey(),
                admitted.map(Admitted::owner),
                admitted.map(Admitted::userName).orElse(event.device().userName()),
                admitted.map(Admitted::subscriberId).orElse(OptionalLong.empty()),
                admitted.map(Admitted::accountId).orElse(OptionalLong.empty()),
                event.device().mac(),
                event.device().ip(),
                admitted.map(Admitted::place).orElseGet(() -> whereabouts.of(event)),
                admitted.map(Admitted::interim).orElse(Bookkeeping.DEFAULT_INTERIM),
                event.device().wlan());
    }

    private static Admitted row(ResultSet row, int number) throws SQLException {
        return new Admitted(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("user_name"),
                Columns.number(row, "subscriber_id"),
                Columns.number(row, "account_id"),
                Columns.place(row),
                Duration.ofSeconds(row.getInt("interim_seconds")));
    }
}
