package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one writer of accounting on this node.
 *
 * <p>The idea is the group commit: requests wait in a bounded queue; a single thread takes what is there, up to 256, into one transaction, and
 * only after its commit are they acknowledged. A record in its own commit costs 60 µs of the database's time, 64 in one cost 9 each
 * (stack.md section 2). A full queue and a batch that could not be stored are counted and not answered, so the controller sends again.
 */
@Component
class AccountingQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountingQueue.class);
    private static final int ROOM = 20_000;
    private static final int BATCH = 256;
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(ROOM);
    private final Bookkeeping books;
    private final Partitions partitions;
    private final Clock clock;
    private final Counter full;
    private final Counter unstored;
    private volatile @Nullable Thread writer;
    private Instant nextSweep = Instant.MIN;
    private Instant listeningSince = Instant.MAX;

    AccountingQueue(Bookkeeping books, Partitions partitions, Clock clock, MeterRegistry meters) {
        this.books = books;
        this.partitions = partitions;
        this.clock = clock;
        this.full = meters.counter("omnihall.accounting.dropped", "reason", "QUEUE_FULL");
        this.unstored = meters.counter("omnihall.accounting.dropped", "reason", "NOT_STORED");
        meters.gauge("omnihall.accounting.queue", queue, BlockingQueue::size);
    }

    /** A request and what is to be called once it is durable. */
    private record Pending(AccountingRequest request, Runnable durable) {}

    /** Takes a request; {@code durable} runs on the writer's thread after the commit, or never. False when the queue is full. */
    boolean offer(AccountingRequest request, Runnable durable) {
        boolean taken = queue.offer(new Pending(request, durable));
        if (!taken) {
            full.increment();
        }
        return taken;
    }

    @Override
    public void start() {
        listeningSince = clock.instant();
        writer = Thread.ofPlatform().name("accounting-writer").start(this::write);
    }

    /** Stores what is in the queue and ends. */
    @Override
    public void stop() {
        Thread running = writer;
        writer = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }

    private void write() {
        List<Pending> batch = new ArrayList<>(BATCH);
        while (isRunning() || !queue.isEmpty()) {
            sweepWhenDue();
            batch.clear();
            take(batch);
            if (!batch.isEmpty()) {
                store(batch);
            }
        }
    }

    private void take(List<Pending> batch) {
        try {
            Pending first = isRunning() ? queue.poll(1, TimeUnit.SECONDS) : queue.poll();
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("the accounting writer stops when its queue is empty");
        }
    }

    private void store(List<Pending> batch) {
        if (tried(batch)) {
            return;
        }
        if (batch.size() > 1) {
            batch.forEach(one -> store(List.of(one)));
        } else {
            unstored.increment();
        }
    }

    private boolean tried(List<Pending> batch) {
        boolean stored = attempt("accounting of " + batch.size() + " events", () -> enter(batch));
        if (stored) {
            batch.forEach(p -> p.durable().run());
        }
        return stored;
    }

    private void enter(List<Pending> batch) {
        List<AccountingEvent> events = new ArrayList<>();
        for (Pending pending : batch) {
            switch (pending.request()) {
                case AccountingRequest.Session session -> events.add(session.event());
                case AccountingRequest.Reset reset -> books.reset(reset.controllerId(), reset.at(), reset.kind());
                case AccountingRequest.Nothing nothing -> {}
            }
        }
        if (!events.isEmpty()) {
            books.enter(events);
        }
    }

    private void sweepWhenDue() {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        Consumer<Instant> sweep = at -> {
            partitions.prepare(at);
            books.closeLost(at, listeningSince);
        };
        if (!attempt("the sweep for lost sessions", () -> sweep.accept(now))) {
            LOG.warn("the next sweep for lost sessions is at {}", nextSweep);
        }
    }

    /** The edge to the database: what it cannot do now is logged and tried again by whoever asks again. */
    private static boolean attempt(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.error("{} could not be stored", what, away);
            return false;
        }
    }
}
