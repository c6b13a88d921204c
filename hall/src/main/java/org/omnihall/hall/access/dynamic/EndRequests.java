package org.omnihall.hall.access.dynamic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the requests to end a session, for people to look at (access rule 17). */
@Component
public class EndRequests {

    /**
     * One request.
     *
     * @param way RADIUS or PORTAL
     * @param errorCause Error-Cause of a NAK (RFC 5176 section 3.5)
     * @param endedAt when the session was seen to be over
     */
    public record EndRequest(
            UUID id,
            String actor,
            String way,
            EndResult.State state,
            OptionalInt errorCause,
            Instant askedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt) {}

    private final JdbcClient db;

    EndRequests(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. */
    public List<EndRequest> of(UUID session, int most) {
        return db.sql("select * from access.disconnect_request where session_id = ? order by asked_at desc limit ?")
                .params(session, most)
                .query((row, number) -> new EndRequest(
                        row.getObject("id", UUID.class),
                        row.getString("actor"),
                        row.getString("way"),
                        EndResult.State.valueOf(row.getString("state")),
                        ErrorCause.in(row),
                        Times.in(row, "asked_at"),
                        Times.maybeIn(row, "answered_at"),
                        Times.maybeIn(row, "ended_at")))
                .list();
    }
}
