package org.omnihall.bench.measure.radius;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hall has acknowledged and not worked into its books yet; who compares books lets it come to them first. */
public final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Inbox() {}

    /** Returns when nothing is left in it, or nobody waits any longer. */
    public static void settle(JdbcClient db) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting(db) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean waiting(JdbcClient db) {
        return db.sql("select exists (select from access.accounting_inbox)")
                .query(Boolean.class)
                .single();
    }
}
