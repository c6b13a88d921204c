package org.omnihall.hall.party.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed tries by the name that was typed. In the database, so that all nodes count together; forgotten after a day. */
@Component
public class FailedSignIns {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;

    FailedSignIns(JdbcClient db) {
        this.db = db;
    }

    /** Until when nobody may try this name. */
    public Optional<Instant> lockedUntil(String login, Instant now) {
        return db.sql("select locked_until from party.failed_sign_in where login = ? and locked_until > ?")
                .params(login, Times.at(now))
                .query((row, n) -> Times.in(row, "locked_until"))
                .optional();
    }

    /** Counts one more and shuts the name as long as the rule says. */
    public int count(String login, Instant now) {
        db.sql("delete from party.failed_sign_in where last_at < ?")
                .param(Times.at(now.minus(KEPT)))
                .update();
        int failures = db.sql("""
                        insert into party.failed_sign_in (login, failures, last_at) values (:login, 1, :now)
                        on conflict (login) do update set failures = party.failed_sign_in.failures + 1, last_at = :now
                        returning failures
                        """)
                .param("login", login)
                .param("now", Times.at(now))
                .query(Integer.class)
                .single();
        db.sql("update party.failed_sign_in set locked_until = ? where login = ?")
                .params(Times.at(now.plus(Lockout.after(failures))), login)
                .update();
        return failures;
    }

    public void forget(String login) {
        db.sql("delete from party.failed_sign_in where login = ?").param(login).update();
    }
}
