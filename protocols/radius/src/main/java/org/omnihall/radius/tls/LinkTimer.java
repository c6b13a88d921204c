package org.omnihall.radius.tls;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of all connections of one server or client: looks ten times a second for what is overdue, and runs what is to be run later. */
final class LinkTimer implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    private final Set<TlsLink> links = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer;

    LinkTimer(String name) {
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory());
        timer.setRemoveOnCancelPolicy(true);
        var _ = timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(TlsLink link) {
        links.add(link);
    }

    private void look() {
        long now = System.nanoTime();
        links.removeIf(TlsLink::isGone);
        links.forEach(link -> link.look(now));
    }

    /** Runs it later, unless it is cancelled, on the timer's thread: it must not block. After the end it is run at once. */
    Future<?> later(Duration wait, Runnable work) {
        try {
            return timer.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException ended) {
            work.run();
            return CompletableFuture.completedFuture(true);
        }
    }

    /** How many works wait for their time, its own among them. */
    int waiting() {
        return timer.getQueue().size();
    }

    /** Cuts what is left. */
    @Override
    public void close() {
        links.forEach(link -> link.cut(Cut.CLOSED, ""));
        timer.shutdownNow();
    }
}
