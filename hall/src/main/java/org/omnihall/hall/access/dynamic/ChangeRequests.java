package org.omnihall.hall.access.dynamic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the requests to change a session's terms (access rule 17). */
@Component
public class ChangeRequests {

    /** So many updates may stay away after an acknowledgement before it is late. */
    private static final int UPDATES = 2;

    private final JdbcClient db;

    ChangeRequests(JdbcClient db) {
        this.db = db;
    }

    /**
     * One request.
     *
     * @param terms what was asked for; its time and octets are what was left then
     * @param shownAt when an update showed that the session goes on
     */
    public record ChangeRequest(
            ChangeResult result,
            String actor,
            SessionTerms terms,
            Instant askedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> shownAt) {}

    /** Writes that a controller is about to be asked; it has to answer within this time. */
    void write(UUID id, OpenSession session, SessionTerms terms, String actor, Instant now, Duration deadline) {
        db.sql("""
                        insert into access.change_request (id, session_id, controller_id, actor, profile, up_bits_per_second,
                            down_bits_per_second, session_seconds, octets, idle_seconds, interim_seconds, state, asked_at,
                            deadline_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT', ?, ?)""")
                .params(
                        id,
                        session.id(),
                        session.controllerId(),
                        actor,
                        terms.profile(),
                        terms.upBitsPerSecond(),
                        terms.downBitsPerSecond(),
                        terms.time().toSeconds(),
                        terms.octets(),
                        terms.idle().toSeconds(),
                        terms.interim().toSeconds(),
                        Times.at(now),
                        Times.at(now.plus(deadline)))
                .update();
    }

    /**
     * What the controller said, after the deadline too. After an acknowledgement the next updates have to come before it is late, also where it was
     * late before.
     */
    void answered(UUID id, DynamicAnswer answer, Instant now) {
        switch (answer) {
            case DynamicAnswer.Acknowledged _ ->
                db.sql("update access.change_request set state = 'ACKNOWLEDGED', answered_at = :now,"
                                + " deadline_at = :now + make_interval(secs => interim_seconds * :updates), alarmed_at = null"
                                + " where id = :id and state in ('SENT', 'NO_ANSWER')")
                        .param("now", Times.at(now))
                        .param("updates", UPDATES)
                        .param("id", id)
                        .update();
            case DynamicAnswer.Refused(OptionalInt cause) ->
                db.sql("update access.change_request set state = 'REFUSED', answered_at = ?, error_cause = ?::integer"
                                + " where id = ? and state in ('SENT', 'NO_ANSWER')")
                        .param(Times.at(now))
                        .param(cause.isPresent() ? cause.getAsInt() : null)
                        .param(id)
                        .update();
            case DynamicAnswer.Silence _ ->
                db.sql("update access.change_request set state = 'NO_ANSWER' where id = ? and state = 'SENT'")
                        .param(id)
                        .update();
        }
    }

    /** The newest first. */
    public List<ChangeRequest> of(UUID session, int most) {
        return db.sql("select * from access.change_request where session_id = ? order by asked_at desc limit ?")
                .params(session, most)
                .query(ChangeRequests::row)
                .list();
    }

    /** How a request stands now. */
    public Optional<ChangeResult> state(UUID request) {
        return db.sql("select * from access.change_request where id = ?")
                .param(request)
                .query((row, number) -> result(row))
                .optional();
    }

    private static ChangeResult result(ResultSet row) throws SQLException {
        return new ChangeResult(
                row.getObject("id", UUID.class),
                ChangeResult.State.valueOf(row.getString("state")),
                ErrorCause.in(row));
    }

    private static ChangeRequest row(ResultSet row, int number) throws SQLException {
        SessionTerms terms = new SessionTerms(
                row.getString("profile"),
                row.getLong("up_bits_per_second"),
                row.getLong("down_bits_per_second"),
                Duration.ofSeconds(row.getLong("session_seconds")),
                row.getLong("octets"),
                0,
                Duration.ofSeconds(row.getLong("idle_seconds")),
                Duration.ofSeconds(row.getLong("interim_seconds")));
        return new ChangeRequest(
                result(row),
                row.getString("actor"),
                terms,
                Times.in(row, "asked_at"),
                Times.maybeIn(row, "answered_at"),
                Times.maybeIn(row, "shown_at"));
    }
}
