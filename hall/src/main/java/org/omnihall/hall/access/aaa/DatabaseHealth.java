package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether the database answers, asked every second on a thread of its own, so that Status-Server tells the truth and never waits for it. */
@Component
class DatabaseHealth {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int QUERY_SECONDS = 2;

    private final JdbcTemplate db;
    private final Clock clock;
    private volatile Instant lastSeen = Instant.MIN;
    private volatile boolean running;

    DatabaseHealth(JdbcTemplate db, Clock clock) {
        this.db = new JdbcTemplate(java.util.Objects.requireNonNull(db.getDataSource()));
        this.db.setQueryTimeout(QUERY_SECONDS);
        this.clock = clock;
    }

    boolean isHealthy() {
        return !lastSeen.isBefore(clock.instant().minus(FRESH));
    }

    void start() {
        running = true;
        look();
        Thread.ofVirtual().name("radius-database-health").start(() -> {
            while (running) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                if (running) {
                    look();
                }
            }
        });
    }

    void stop() {
        running = false;
    }

    private void look() {
        try {
            db.execute("select 1");
            lastSeen = clock.instant();
        } catch (DataAccessException away) {
            org.slf4j.LoggerFactory.getLogger(DatabaseHealth.class)
                    .warn("the database does not answer: {}", away.toString());
        }
    }
}
