package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one writer of accounting on this node.
 *
 * <p>The idea is the group commit: requests wait in a bounded queue; a single thread takes what is there, up to 256, into one transaction, and
 * only after its commit are they acknowledged. A record in its own commit costs 60 µs of the database's time, 64 in one cost 9 each
 * (stack.md section 2). While the database is away or slow they are acknowledged from the journal instead ({@link AccountingDetour}). A full
 * queue, a full journal and a request that could not be stored are counted and not answered, so the controller sends again.
 */
@Component
class AccountingQueue implements SmartLifecycle {

    private static final int ROOM = 20_000;
    private static final int BATCH = 256;
    private static final Duration SWEEP = Duration.ofSeconds(20);

    private final GroupWriter<PendingAccounting> writer =
            new GroupWriter<>(new GroupWriter.Shape("accounting-writer", ROOM, BATCH, 1), new Writing());
    private final Bookkeeping books;
    private final Partitions partitions;
    private final AccountingDetour detour;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;
    private Instant listeningSince = Instant.MAX;

    AccountingQueue(
            Bookkeeping books, Partitions partitions, AccountingDetour detour, Clock clock, MeterRegistry meters) {
        this.books = books;
        this.partitions = partitions;
        this.detour = detour;
        this.clock = clock;
        meters.gauge("omnihall.accounting.queue", writer, GroupWriter::waiting);
    }

    /** Why a request is not written; its controller sends it again. */
    enum Loss {
        QUEUE_FULL,
        /** The database is away and the journal has no room. */
        JOURNAL_FULL,
        /** The database is away and the journal's disk takes nothing. */
        JOURNAL_BROKEN,
        /** The database took others and not this one. */
        NOT_STORED
    }

    /** What becomes of a request; exactly one of the two is called, once. */
    interface Fate {
        /** After the commit, or when it is on the journal's disk; on the thread that wrote it. */
        void durable();

        void lost(Loss loss);
    }

    /** Takes a request, or tells at once that it is lost. */
    void offer(AccountingRequest request, Fate fate) {
        if (!detour.send(new PendingAccounting(request, fate), writer)) {
            fate.lost(Loss.QUEUE_FULL);
        }
    }

    /** Whether requests are acknowledged also while the database is away. */
    boolean outlastsTheDatabase() {
        return detour.hasRoom();
    }

    @Override
    public void start() {
        listeningSince = clock.instant();
        detour.start();
        writer.start();
    }

    /** Stores what is in the queue, or keeps it in the journal, and ends. */
    @Override
    public void stop() {
        writer.stop();
        detour.stop();
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

    private final class Writing implements GroupWriter.Work<PendingAccounting> {

        @Override
        public IntConsumer write(List<PendingAccounting> batch) {
            List<PendingAccounting> ours =
                    batch.stream().filter(one -> !one.isDiverted()).toList();
            if (!ours.isEmpty()) {
                atTheBooks(() -> books.enterAll(
                        ours.stream().map(PendingAccounting::request).toList()));
            }
            Set<PendingAccounting> stored = Set.copyOf(ours);
            return place -> {
                if (stored.contains(batch.get(place))) {
                    batch.get(place).durable();
                }
            };
        }

        @Override
        public void lost(PendingAccounting one, GroupWriter.Loss loss) {
            switch (loss) {
                case DATABASE_AWAY -> detour.takeOver(one);
                case NOT_STORED -> one.lost(Loss.NOT_STORED);
            }
        }

        @Override
        public void between() {
            sweepWhenDue();
        }
    }

    private void atTheBooks(Runnable work) {
        detour.books().lock();
        try {
            work.run();
        } finally {
            detour.books().unlock();
        }
    }

    /** The sweep for lost sessions; what fails is tried again at the next one. What is in the journal may be the word that they are not lost. */
    private void sweepWhenDue() {
        Instant now = clock.instant();
        if (detour.isOn()) {
            nextSweep = now.plus(SWEEP);
        }
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        atTheBooks(() -> {
            partitions.prepare(now);
            if (books.closeLost(now, listeningSince)) {
                nextSweep = now;
            }
        });
    }
}
