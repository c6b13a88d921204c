package org.omnihall.bench.measure.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.radius.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the list of who is online with what the controller knows, four times a second. */
final class OnlineWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration BLIND = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final List<Presence> controllers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("online-watch").factory());
    private volatile long lastWrong;
    private volatile long marked;
    private volatile long most;
    private volatile long lastLook;

    OnlineWatch(JdbcClient db, List<Presence> controllers) {
        this.db = db;
        this.controllers = controllers;
        this.lastWrong = System.nanoTime();
        this.marked = lastWrong;
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long wrong = wrong();
        lastLook = System.nanoTime();
        if (wrong > 0) {
            lastWrong = lastLook;
            most = Math.max(most, wrong);
        }
    }

    /** About how many sessions the list is wrong now. */
    long wrong() {
        long before = System.nanoTime();
        Set<String> listed = db.sql("select acct_session_id from access.open_session")
                .query((row, number) -> row.getString(1))
                .set();
        long after = System.nanoTime();
        return controllers.stream()
                .map(one -> one.compare(listed, before, after))
                .mapToLong(difference -> difference.missing() + difference.surplus())
                .sum();
    }

    /** The moment that {@link #wrongAfterMark()} counts from. */
    void mark() {
        marked = System.nanoTime();
    }

    /** How long after the marked moment the list was wrong last; nothing where it was right ever since. */
    Duration wrongAfterMark() {
        if (System.nanoTime() - lastLook > BLIND.toNanos()) {
            throw new IllegalStateException("nobody looks any more");
        }
        return Duration.ofNanos(Math.max(0, lastWrong - marked));
    }

    /** The most sessions that it was wrong about. */
    long most() {
        return most;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
