package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one writer of accounting on this node.
 *
 * <p>The idea is the group commit: requests wait in a bounded queue; a single thread takes what is there, up to 256, into one transaction, and
 * only after its commit are they acknowledged. A record in its own commit costs 60 µs of the database's time, 64 in one cost 9 each
 * (stack.md section 2). A full queue and a batch that could not be stored are counted and not answered, so the controller sends again.
 */
@Component
class AccountingQueue implements SmartLifecycle {

    private static final int ROOM = 20_000;
    private static final int BATCH = 256;
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final GroupWriter<Pending> writer =
            new GroupWriter<>(new GroupWriter.Shape("accounting-writer", ROOM, BATCH, 1), new Writing());
    private final Bookkeeping books;
    private final Partitions partitions;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;
    private Instant listeningSince = Instant.MAX;

    AccountingQueue(Bookkeeping books, Partitions partitions, Clock clock, MeterRegistry meters) {
        this.books = books;
        this.partitions = partitions;
        this.clock = clock;
        meters.gauge("omnihall.accounting.queue", writer, GroupWriter::waiting);
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

    /** Takes a request, or tells at once that it is lost. */
    void offer(AccountingRequest request, Fate fate) {
        if (!writer.offer(new Pending(request, fate))) {
            fate.lost(Loss.QUEUE_FULL);
        }
    }

    @Override
    public void start() {
        listeningSince = clock.instant();
        writer.start();
    }

    /** Stores what is in the queue and ends. */
    @Override
    public void stop() {
        writer.stop();
    }

    @Override
    public boolean isRunning() {
        return writer.isRunning();
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }

    private final class Writing implements GroupWriter.Work<Pending> {

        @Override
        public Runnable write(List<Pending> batch) {
            enter(batch);
            return () -> batch.forEach(one -> one.fate().durable());
        }

        @Override
        public void lost(Pending one, GroupWriter.Loss loss) {
            one.fate()
                    .lost(
                            switch (loss) {
                                case DATABASE_AWAY -> Loss.DATABASE_AWAY;
                                case NOT_STORED -> Loss.NOT_STORED;
                            });
        }

        @Override
        public void between() {
            sweepWhenDue();
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

    /** The sweep for lost sessions; what fails is tried again at the next one. */
    private void sweepWhenDue() {
        Instant now = clock.instant();
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        partitions.prepare(now);
        if (books.closeLost(now, listeningSince)) {
            nextSweep = now;
        }
    }
}
