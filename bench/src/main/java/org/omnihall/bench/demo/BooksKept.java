package org.omnihall.bench.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.omnihall.hall.access.session.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of a hall that works in what it acknowledged a moment later (docs/adr/0023): who compares them lets it come to them first. */
public final class BooksKept {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private BooksKept() {}

    /** Returns when nothing waits in the inbox, what was put aside apart, or nobody waits any longer. */
    public static void await(JdbcClient db) {
        await(PATIENCE, () -> waiting(db));
    }

    /** The same of a hall in this process, which goes over its journal where the database is slow. */
    public static void await(Journal journal, JdbcClient db) {
        await(PATIENCE, () -> !journal.isEmpty());
        await(db);
    }

    private static void await(Duration patience, BooleanSupplier isWaiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isWaiting.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static boolean waiting(JdbcClient db) {
        return db.sql("select exists (select from access.accounting_inbox where aside_at is null)")
                .query(Boolean.class)
                .single();
    }
}
