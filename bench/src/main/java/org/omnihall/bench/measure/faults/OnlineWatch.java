package org.omnihall.bench.measure.faults;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.radius.Presence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the list of who is online with what the controller knows, four times a second. The list follows an acknowledgement a tenth of a second
 * later, so under a load it is wrong about some session at any moment; what counts is for how long it is about one.
 */
final class OnlineWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration BLIND = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final List<Presence> controllers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("online-watch").factory());
    private volatile long most;
    private volatile Duration longest = Duration.ZERO;
    private volatile long lastLook = System.nanoTime();

    OnlineWatch(JdbcClient db, List<Presence> controllers) {
        this.db = db;
        this.controllers = controllers;
        var _ = timer.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<Presence.Difference> differences = compare();
        most = Math.max(most, count(differences));
        differences.stream()
                .map(Presence.Difference::longest)
                .filter(wrong -> wrong.compareTo(longest) > 0)
                .forEach(wrong -> longest = wrong);
        lastLook = System.nanoTime();
    }

    private List<Presence.Difference> compare() {
        long before = System.nanoTime();
        Set<String> listed = db.sql("select acct_session_id from access.open_session")
                .query((row, number) -> row.getString(1))
                .set();
        long after = System.nanoTime();
        return controllers.stream()
                .map(one -> one.compare(listed, before, after))
                .toList();
    }

    private static long count(List<Presence.Difference> differences) {
        return differences.stream().mapToLong(Presence.Difference::count).sum();
    }

    /** About how many sessions the list is wrong now. */
    long wrong() {
        return count(compare());
    }

    /** The longest that it was seen to be wrong about one session. */
    Duration longest() {
        if (System.nanoTime() - lastLook > BLIND.toNanos()) {
            throw new IllegalStateException("nobody looks any more");
        }
        return longest;
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
