package org.omnihall.hall.openapi.hub;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of deliveries for the deliverer: what is due, and what came of it. */
@Component
class DeliveryBook {

    private static final int LONGEST_ANSWER = 200;

    private final JdbcClient db;

    DeliveryBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * Claims up to so many until the lease ends. What happened to one resource waits for what happened to it before; what was in flight when
     * its node died comes again.
     */
    List<Due> claim(int most, Instant now, Duration lease) {
        return db.sql("""
                        with due as (
                            select d.id from openapi.delivery d where d.state = 'WAITING' and d.due_at <= :now
                                and not exists (select from openapi.delivery earlier where earlier.state = 'WAITING'
                                    and earlier.subscription_id = d.subscription_id and earlier.subject = d.subject and earlier.id < d.id)
                            order by d.due_at, d.id limit :most for update skip locked)
                        update openapi.delivery as d set due_at = :lease, tries = d.tries + 1
                        from due, openapi.subscription s where d.id = due.id and s.id = d.subscription_id
                        returning d.id, d.subscription_id, s.callback, d.listener_path, d.event_id, d.body, d.tries""")
                .param("now", Times.at(now))
                .param("lease", Times.at(now.plus(lease)))
                .param("most", most)
                .query(DeliveryBook::read)
                .list();
    }

    void delivered(Due due, String answer, Instant now) {
        settle(due, "DELIVERED", answer, now);
    }

    void givenUp(Due due, String answer, Instant now) {
        settle(due, "DEAD", answer, now);
    }

    void later(Due due, String answer, Instant next) {
        db.sql("update openapi.delivery set due_at = ?, last_answer = ? where id = ? and state = 'WAITING'")
                .params(Times.at(next), cut(answer), due.id())
                .update();
    }

    private void settle(Due due, String state, String answer, Instant now) {
        db.sql("update openapi.delivery set state = ?, last_answer = ?, settled_at = ? where id = ?")
                .params(state, cut(answer), Times.at(now), due.id())
                .update();
    }

    private static String cut(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }

    private static Due read(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getLong("subscription_id"),
                URI.create(row.getString("callback") + row.getString("listener_path")),
                row.getObject("event_id", UUID.class),
                row.getString("body"),
                row.getInt("tries"));
    }
}
