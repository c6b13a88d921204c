package org.omnihall.hall.access.code;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts in the database, so that all nodes share them and none is passed however many requests come at once: one statement counts and
 * compares.
 */
@Component
public class Limits {

    /**
     * Either all were counted, or one was full and none was counted.
     *
     * @param full the first limit that was full
     */
    public record Taken(Optional<LimitKind> full) {}

    private final JdbcClient db;
    private final TransactionOperations transactions;

    Limits(JdbcClient db, TransactionOperations transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** Counts one against each of the limits, in the order of their kinds, so that two takers never wait for each other in a circle. */
    public Taken take(List<Limit> limits, Instant now) {
        List<Limit> ordered =
                limits.stream().sorted(Comparator.comparing(Limit::kind)).toList();
        Taken taken = transactions.execute(status -> {
            for (Limit limit : ordered) {
                if (count(limit, now).isEmpty()) {
                    status.setRollbackOnly();
                    return new Taken(Optional.of(limit.kind()));
                }
            }
            return new Taken(Optional.empty());
        });
        return Objects.requireNonNull(taken);
    }

    /** Gives back what {@link #take} counted, when it turned out not to be one. */
    public void giveBack(Limit limit, Instant now) {
        db.sql("""
                update access.limit_count set used = used - 1
                where kind = ? and key = ? and window_start = ? and used > 0""")
                .params(limit.kind().name(), limit.key().toBytes(), Times.at(limit.windowStart(now)))
                .update();
    }

    /** Whether the next one would pass so many percent of one of the limits; near a limit a picture is asked for. */
    public boolean near(List<Limit> limits, int percent, Instant now) {
        return limits.stream().anyMatch(limit -> isNear(limit, used(limit, now) + 1, percent));
    }

    int used(Limit limit, Instant now) {
        return db.sql("select used from access.limit_count where kind = ? and key = ? and window_start = ?")
                .params(limit.kind().name(), limit.key().toBytes(), Times.at(limit.windowStart(now)))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    int purge(Instant now) {
        return db.sql("delete from access.limit_count where window_end < ?")
                .param(Times.at(now))
                .update();
    }

    static boolean isNear(Limit limit, int used, int percent) {
        return used * 100L > (long) limit.most() * percent;
    }

    private Optional<Integer> count(Limit limit, Instant now) {
        Instant start = limit.windowStart(now);
        return db.sql("""
                insert into access.limit_count as c (kind, key, window_start, window_end, used) values (?, ?, ?, ?, 1)
                on conflict (kind, key, window_start) do update set used = c.used + 1 where c.used < ?
                returning used""")
                .params(
                        limit.kind().name(),
                        limit.key().toBytes(),
                        Times.at(start),
                        Times.at(start.plus(limit.window())),
                        limit.most())
                .query(Integer.class)
                .optional();
    }
}
