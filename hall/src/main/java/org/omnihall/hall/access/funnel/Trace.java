package org.omnihall.hall.access.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The story of one number across page, SMS, Portal and RADIUS: "why can't 138… get online?" (rule 22). */
@Component
public class Trace {

    /** So many of the number's newest attempts are told. */
    private static final int ATTEMPTS = 50;

    private final JdbcClient db;

    Trace(JdbcClient db) {
        this.db = db;
    }

    /**
     * The story of the number with this key, newest first.
     *
     * @param beforeId go on behind this line; empty for the first page
     */
    public List<TraceLine> of(Octets numberKey, Optional<Long> beforeId, int most) {
        return db.sql("""
                select * from access.funnel_step where id < :before and attempt in (
                    select attempt from access.funnel_step where number_key = :key and attempt is not null
                    group by attempt order by max(at) desc limit :attempts)
                order by id desc limit :most""")
                .param("before", beforeId.orElse(Long.MAX_VALUE))
                .param("key", numberKey.toBytes())
                .param("attempts", ATTEMPTS)
                .param("most", most)
                .query(Trace::line)
                .list();
    }

    /** The story of one attempt, oldest first. */
    public List<TraceLine> of(UUID attempt) {
        return db.sql("select * from access.funnel_step where attempt = ? order by at, id limit 500")
                .param(attempt)
                .query(Trace::line)
                .list();
    }

    private static TraceLine line(ResultSet row, int number) throws SQLException {
        Step step = Step.valueOf(row.getString("step"));
        return new TraceLine(
                row.getLong("id"),
                Times.in(row, "at"),
                row.getObject("attempt", UUID.class),
                TraceLine.Part.of(step),
                step,
                Optional.of(row.getString("reason"))
                        .filter(reason -> !reason.isEmpty())
                        .map(Drop::valueOf),
                row.getString("detail"),
                row.getString("area_path"),
                Optional.ofNullable(row.getObject("controller_id", Long.class)),
                row.getString("ssid"),
                row.getString("phone"));
    }
}
