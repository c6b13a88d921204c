package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The one writer of accounting on this node.
 *
 * <p>The idea is the group commit: requests wait in a bounded queue; a single thread puts what is there, up to 128, into the inbox by one statement
 * and one commit ({@link AccountingInbox}), and only after it are they acknowledged; a clerk works them into the books later, in larger groups
 * ({@link AccountingClerk}). While the database is away or slow they are acknowledged from the journal instead ({@link AccountingDetour}). A full
 * queue, a full journal and a request that could not be stored are counted and not answered, so the controller sends again.
 */
@Component
class AccountingQueue implements SmartLifecycle {

    private static final int ROOM = 20_000;
    private static final int GROUP = 128;

    private final GroupWriter<PendingAccounting> writer =
            new GroupWriter<>(new GroupWriter.Shape("accounting-writer", ROOM, GROUP, 1), new Writing());
    private final AccountingInbox inbox;
    private final AccountingClerk clerk;
    private final AccountingDetour detour;

    AccountingQueue(AccountingInbox inbox, AccountingClerk clerk, AccountingDetour detour, MeterRegistry meters) {
        this.inbox = inbox;
        this.clerk = clerk;
        this.detour = detour;
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

    /** How many requests are acknowledged and not worked into the books yet. */
    int behind() {
        return inbox.waiting();
    }

    @Override
    public void start() {
        detour.start();
        clerk.start();
        writer.start();
    }

    /** Stores what is in the queue, or keeps it in the journal, and ends. */
    @Override
    public void stop() {
        writer.stop();
        clerk.stop();
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
            List<PendingAccounting> ours = new ArrayList<>();
            if (batch.stream().anyMatch(one -> !one.isDiverted())) {
                detour.behindTheJournal(() -> {
                    batch.stream().filter(one -> !one.isDiverted()).forEach(ours::add);
                    put(ours.stream()
                            .map(PendingAccounting::request)
                            .filter(request -> !(request instanceof AccountingRequest.Nothing))
                            .toList());
                });
            }
            Set<PendingAccounting> stored = Set.copyOf(ours);
            return place -> {
                if (stored.contains(batch.get(place))) {
                    batch.get(place).durable();
                }
            };
        }

        private void put(List<AccountingRequest> requests) {
            if (!requests.isEmpty()) {
                inbox.put(requests);
                clerk.ring();
            }
        }

        @Override
        public void lost(PendingAccounting one, GroupWriter.Loss loss) {
            switch (loss) {
                case DATABASE_AWAY -> detour.takeOver(one);
                case NOT_STORED -> one.lost(Loss.NOT_STORED);
            }
        }
    }
}
