package org.omnihall.hall.party;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes many of the {@link SpecialNumbers} at once, inside the transaction of an import, which is one act in the audit trail. Each call
 * may name a number once.
 */
@Component
class SpecialNumbersInBulk {

    /** By whom a number is served; nothing: by the operator it was given out to. */
    record Port(Msisdn msisdn, Optional<Operator> operator) {}

    /** On which list a number stands; nothing: on none. */
    record Entry(Msisdn msisdn, Optional<NumberList> list, String reason) {}

    private final JdbcClient db;
    private final Clock clock;

    SpecialNumbersInBulk(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void port(List<Port> ports, String actor) {
        List<Port> kept =
                ports.stream().filter(port -> port.operator().isPresent()).toList();
        db.sql("""
                        insert into party.ported_number (msisdn, operator, changed_at, by_actor)
                        select n, o, :now, :actor from unnest(:numbers::text[], :operators::text[]) as t(n, o)
                        on conflict (msisdn) do update set operator = excluded.operator, changed_at = :now,
                            by_actor = :actor""")
                .param("numbers", texts(kept, port -> port.msisdn().digits()))
                .param(
                        "operators",
                        texts(kept, port -> port.operator().orElseThrow().name()))
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .update();
        List<Port> gone =
                ports.stream().filter(port -> port.operator().isEmpty()).toList();
        db.sql("delete from party.ported_number where msisdn = any(:numbers)")
                .param("numbers", texts(gone, port -> port.msisdn().digits()))
                .update();
    }

    void list(List<Entry> entries, String actor) {
        List<Entry> kept =
                entries.stream().filter(entry -> entry.list().isPresent()).toList();
        db.sql("""
                        insert into party.listed_number (msisdn, list, reason, changed_at, by_actor)
                        select n, l, r, :now, :actor
                        from unnest(:numbers::text[], :lists::text[], :reasons::text[]) as t(n, l, r)
                        on conflict (msisdn) do update set list = excluded.list, reason = excluded.reason,
                            changed_at = :now, by_actor = :actor""")
                .param("numbers", texts(kept, entry -> entry.msisdn().digits()))
                .param("lists", texts(kept, entry -> entry.list().orElseThrow().name()))
                .param("reasons", texts(kept, Entry::reason))
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .update();
        List<Entry> gone =
                entries.stream().filter(entry -> entry.list().isEmpty()).toList();
        db.sql("delete from party.listed_number where msisdn = any(:numbers)")
                .param("numbers", texts(gone, entry -> entry.msisdn().digits()))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
