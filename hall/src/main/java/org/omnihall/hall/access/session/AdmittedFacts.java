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
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.DevicePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who a new session is of: what its Accept granted, which Class tells; without it, what the event itself tells. A Class of version 0.1 names an
 * admission, which is looked up.
 */
@Component
class AdmittedFacts {

    private final JdbcClient db;
    private final Whereabouts whereabouts;
    private final Names names;

    AdmittedFacts(JdbcClient db, Whereabouts whereabouts, Names names) {
        this.db = db;
        this.whereabouts = whereabouts;
        this.names = names;
    }

    /** Where a session is. */
    @FunctionalInterface
    interface Whereabouts {
        SessionPlace of(AccountingEvent event);
    }

    /** Whose the places are, by name. */
    @FunctionalInterface
    interface Names {
        Optional<String> of(Owner owner);
    }

    /** Who was let in. */
    private record Admitted(
            UUID journey, Optional<Owner> owner, Limit limit, String userName, SessionPlace place, Duration interim) {}

    Ledger.Facts of(Collection<AccountingEvent> batch) {
        Map<UUID, Admitted> admitted = new HashMap<>();
        List<String> journeys = batch.stream()
                .filter(event -> event.grant().isEmpty())
                .flatMap(event -> event.journey().stream())
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
        return (id, event) -> facts(
                id,
                event,
                event.grant()
                        .map(grant -> granted(event, grant))
                        .or(() -> event.journey().flatMap(journey -> Optional.ofNullable(admitted.get(journey)))));
    }

    private Admitted granted(AccountingEvent event, Grant grant) {
        return new Admitted(
                event.journey().orElseThrow(),
                Optional.of(grant.owner()),
                grant.limit(),
                Optional.of(event.device().userName())
                        .filter(sent -> !sent.isEmpty())
                        .or(() -> names.of(grant.owner()))
                        .orElse(""),
                whereabouts.of(event),
                grant.interim());
    }

    private SessionFacts facts(UUID id, AccountingEvent event, Optional<Admitted> admitted) {
        Optional<Owner> owner = admitted.flatMap(Admitted::owner);
        return new SessionFacts(
                id,
                event.controllerId(),
                event.acctSessionId(),
                event.journey(),
                owner,
                admitted.map(Admitted::limit),
                admitted.map(Admitted::userName).orElse(event.device().userName()),
                id(owner, Owner.Kind.SUBSCRIBER),
                id(owner, Owner.Kind.ACCOUNT),
                event.device().mac(),
                event.device().ip(),
                admitted.map(Admitted::place).orElseGet(() -> whereabouts.of(event)),
                admitted.map(Admitted::interim).orElse(Bookkeeping.DEFAULT_INTERIM),
                event.device().wlan());
    }

    private static OptionalLong id(Optional<Owner> owner, Owner.Kind kind) {
        return owner.filter(one -> one.kind() == kind)
                .map(one -> OptionalLong.of(one.id()))
                .orElseGet(OptionalLong::empty);
    }

    private static Admitted row(ResultSet row, int number) throws SQLException {
        return new Admitted(
                row.getObject("id", UUID.class),
                Owner.parse(row.getString("owner")),
                new Limit(DevicePolicy.valueOf(row.getString("policy")), row.getInt("devices")),
                row.getString("user_name"),
                Columns.place(row),
                Duration.ofSeconds(row.getInt("interim_seconds")));
    }
}
