package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

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
    private volatile boolean running;
    private @Nullable Thread writer;
    private Instant nextSweep = Instant.MIN;
    private Instant listeningSince = Instant.MAX;

    AccountingQueue(Bookkeeping books, Partitions partitions, Clock clock, MeterRegistry meters) {
        this.books = books;
        this.partitions = partitions;
        this.clock = clock;
        meters.gauge("omnihall.accounting.queue", queue, BlockingQueue::size);
    }

    /** Why a request is not written; its controller sends it again. */
    enum Loss {
        QUEUE_FULL,
        DATABASE_AWAY,
        /** The database took others and not this one. */
        NOT_STORED
    }

    /** What becomes of a request; exactly one of the two is called, once. */
    interface Fate {
        /** After the commit, on the writer's thread. */
        void durable();

        void lost(Loss loss);
    }

    private record Pending(AccountingRequest request, Fate fate) {}

    /** How an attempt to write came out. */
    private enum Attempt {
        DONE,
        AWAY,
        BROKEN
    }

    /** Takes a request, or tells at once that it is lost. */
    void offer(AccountingRequest request, Fate fate) {
        if (!queue.offer(new Pending(request, fate))) {
            fate.lost(Loss.QUEUE_FULL);
        }
    }

    @Override
    public void start() {
        listeningSince = clock.instant();
        running = true;
        writer = Thread.ofPlatform().name("accounting-writer").start(this::write);
    }

    /** Stores what is in the queue and ends. */
    @Override
    public void stop() {
        running = false;
        Thread last = writer;
        writer = null;
        if (last != null) {
            last.interrupt();
            try {
                last.join(Duration.ofSeconds(10));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
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

    /** What the database refuses is tried one by one, so that one bad record holds up no other; while it is away that would be in vain. */
    private void store(List<Pending> batch) {
        switch (attempt("accounting of " + batch.size() + " events", () -> enter(batch))) {
            case DONE -> batch.forEach(p -> p.fate().durable());
            case AWAY -> batch.forEach(p -> p.fate().lost(Loss.DATABASE_AWAY));
            case BROKEN -> {
                if (batch.size() > 1) {
                    batch.forEach(one -> store(List.of(one)));
                } else {
                    batch.getFirst().fate().lost(Loss.NOT_STORED);
                }
            }
        }
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
        Attempt sweep = attempt("the sweep for lost sessions", () -> {
            partitions.prepare(now);
            if (books.closeLost(now, listeningSince)) {
                nextSweep = now;
            }
        });
        if (sweep != Attempt.DONE) {
            LOG.warn("the next sweep for lost sessions is at {}", nextSweep);
        }
    }

    /**
     * The edge to the database: what it cannot do now is logged and tried again by whoever asks again. A bug must not end the only writer,
     * so nothing that is thrown passes.
     */
    private static Attempt attempt(String what, Runnable work) {
        try {
            work.run();
            return Attempt.DONE;
        } catch (CannotCreateTransactionException
                | TransactionSystemException
                | DataAccessResourceFailureException away) {
            LOG.warn("{} waits for the database: {}", what, away.toString());
            return Attempt.AWAY;
        } catch (RuntimeException broken) {
            LOG.error("{} could not be stored", what, broken);
            return Attempt.BROKEN;
        }
    }
}
