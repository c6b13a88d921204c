package org.omnihall.hall.access.quota;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose amounts are used up and whose sessions nobody has looked at for it yet. Each is taken by one node, at least once. */
@Component
public class ReachedBook {

    /** Who has taken an owner asks his controllers at once. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(5);

    private static final String TAKE = """
            update access.quota_use u set taken_at = :now from (
                select owner, period, begins from access.quota_use
                where %s and (taken_at is null or taken_at <= :stale)
                order by %s limit :most for update skip locked) due
            where u.owner = due.owner and u.period = due.period and u.begins = due.begins
            returning u.*""";

    private static final String REACHED = TAKE.formatted("reached_at is not null and settled_at is null", "reached_at");
    private static final String OVER =
            TAKE.formatted("first_settled_at is not null and lifted_at is null and ends_at <= :now", "ends_at");

    private static final String KEY = " where owner = ? and period = ? and begins = ? and taken_at = ?";

    private final JdbcClient db;

    ReachedBook(JdbcClient db) {
        this.db = db;
    }

    /** Takes those who have used up theirs, who waited longest first. */
    public List<Reached> take(Instant now, int most) {
        return taken(REACHED, now, most);
    }

    /** Takes those who had used up theirs in a period that is over. */
    public List<Reached> takeOver(Instant now, int most) {
        return taken(OVER, now, most);
    }

    private List<Reached> taken(String sql, Instant now, int most) {
        return db.sql(sql)
                .param("now", Times.at(now))
                .param("stale", Times.at(now.minus(SETTLED_WITHIN)))
                .param("most", most)
                .query(ReachedBook::row)
                .list();
    }

    /** His sessions were looked at; true for the first time in the period. Where a new session has come since he is taken again. */
    public boolean settled(Reached reached, Instant now) {
        return db.sql("update access.quota_use set settled_at = ?, first_settled_at = coalesce(first_settled_at, ?)"
                        + KEY + " returning first_settled_at = settled_at")
                .params(Times.at(now), Times.at(now))
                .params(key(reached))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The sessions that went on beyond the end were looked at. */
    public void lifted(Reached reached, Instant now) {
        db.sql("update access.quota_use set lifted_at = ?" + KEY)
                .param(Times.at(now))
                .params(key(reached))
                .update();
    }

    private static List<Object> key(Reached reached) {
        return List.of(
                reached.owner().toString(),
                reached.period().kind().name(),
                Date.valueOf(reached.period().begins()),
                Times.at(reached.takenAt()));
    }

    private static Reached row(ResultSet row, int number) throws SQLException {
        return new Reached(
                Owner.parse(row.getString("owner")).orElseThrow(),
                new Period(Period.Kind.valueOf(row.getString("period")), row.getObject("begins", LocalDate.class)),
                Times.in(row, "ends_at"),
                amount(row, "seconds", "octets"),
                amount(row, "bound_seconds", "bound_octets").plus(amount(row, "extra_seconds", "extra_octets")),
                Times.in(row, "taken_at"));
    }

    private static Amount amount(ResultSet row, String seconds, String octets) throws SQLException {
        return new Amount(Duration.ofSeconds(row.getLong(seconds)), row.getLong(octets));
    }
}
