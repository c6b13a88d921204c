package org.omnihall.hall.access.dynamic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a sweep's sessions, read from the requests that were made for them. */
@Component
public class SweepReport {

    /** A request tells how it stands; before there is one, the sweep does. */
    private static final String FATES = """
            select s.session_id, s.controller_id, coalesce(c.error_cause, e.error_cause) error_cause,
                coalesce(c.alarmed_at, e.alarmed_at) is not null late,
                case coalesce(c.state, e.state, s.state)
                    when 'TAKEN' then 'WAITING' when 'SHOWN' then 'DONE' when 'ENDED' then 'DONE'
                    else coalesce(c.state, e.state, s.state) end fate
            from access.sweep_session s
                left join access.change_request c on c.id = s.request
                left join access.disconnect_request e on e.id = s.request
            where s.sweep_id = :sweep""";

    private final JdbcClient db;

    SweepReport(JdbcClient db) {
        this.db = db;
    }

    /** How many were refused with an Error-Cause, or without one. */
    public record Cause(OptionalInt errorCause, long sessions) {}

    /**
     * A session for which it did not work.
     *
     * @param fate REFUSED, NO_ANSWER, or what is not shown in time
     * @param user empty where the session is over by now
     */
    public record Failure(
            UUID session,
            long controllerId,
            Sweep.Fate fate,
            OptionalInt errorCause,
            Optional<String> user,
            OptionalLong subscriberId) {}

    Sweep.Progress progress(UUID sweep) {
        Map<Sweep.Fate, Long> sessions = new EnumMap<>(Sweep.Fate.class);
        db.sql("select fate, count(*) number from (" + FATES + ") f group by fate")
                .param("sweep", sweep)
                .query((row, number) -> Map.entry(Sweep.Fate.valueOf(row.getString("fate")), row.getLong("number")))
                .list()
                .forEach(entry -> sessions.put(entry.getKey(), entry.getValue()));
        return new Sweep.Progress(sessions);
    }

    List<Cause> causes(UUID sweep) {
        return db.sql("select error_cause, count(*) number from (" + FATES + ") f where fate = 'REFUSED'"
                        + " group by error_cause order by number desc, error_cause")
                .param("sweep", sweep)
                .query((row, number) -> new Cause(ErrorCause.in(row), row.getLong("number")))
                .list();
    }

    Slice<Failure> failures(UUID sweep, Paging paging) {
        Conditions asked = new Conditions()
                .and("(f.fate in ('REFUSED', 'NO_ANSWER') or (f.late and f.fate <> 'DONE'))")
                .and(
                        "f.session_id > :after",
                        "after",
                        paging.after()
                                .map(List::getFirst)
                                .filter(SweepReport::isId)
                                .map(UUID::fromString));
        List<Failure> rows = db.sql("select f.*, o.user_name, o.subscriber_id from (" + FATES
                        + ") f left join access.open_session o on o.id = f.session_id" + asked.where()
                        + " order by f.session_id limit :limit")
                .params(asked.with("sweep", sweep).with("limit", paging.limit()).values())
                .query((row, number) -> {
                    long subscriber = row.getLong("subscriber_id");
                    return new Failure(
                            row.getObject("session_id", UUID.class),
                            row.getLong("controller_id"),
                            Sweep.Fate.valueOf(row.getString("fate")),
                            ErrorCause.in(row),
                            Optional.ofNullable(row.getString("user_name")),
                            subscriber == 0 ? OptionalLong.empty() : OptionalLong.of(subscriber));
                })
                .list();
        return paging.slice(rows, row -> List.of(row.session().toString()));
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
