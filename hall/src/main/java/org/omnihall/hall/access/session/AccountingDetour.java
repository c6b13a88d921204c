package org.omnihall.hall.access.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.omnihall.hall.access.session.journal.Journal;
import org.omnihall.hall.access.session.journal.JournalAnswer;
import org.omnihall.hall.access.session.journal.JournalSettings;
import org.omnihall.hall.access.session.journal.Replayer;
import org.omnihall.hall.database.GroupWriter;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Accounting's way round a database that is away or slow: over the journal (ADR 0017).
 *
 * <p>The detour begins when a group found the database away or a request has waited too long, and takes all that is under way with it. While it
 * is on, everything goes through the journal, so that order is kept; a replayer lays the journal into the inbox. When the journal is empty, and
 * little of it waits for the books, the detour ends: requests go to the database's queue again, and what they put comes behind the last of it.
 */
@Component
class AccountingDetour {

    private static final Logger LOG = LoggerFactory.getLogger(AccountingDetour.class);
    private static final int ROOM = 20_000;
    private static final int GROUP = 1_024;
    private static final Duration WATCH = Duration.ofMillis(200);
    private static final Duration REPLAY = Duration.ofMillis(250);

    /** How long the writer of the inbox and the end of a detour wait for each other. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    /** How long the end of the detour waits for what is being kept. */
    private static final Duration LAST_KEPT = Duration.ofSeconds(1);

    private final Journal journal;
    private final Duration patience;
    private final JournalDelivery delivery;
    private final Replayer replayer;
    private final GroupWriter<PendingAccounting> keeper =
            new GroupWriter<>(new GroupWriter.Shape("accounting-journal", ROOM, GROUP, 1), new Keeping());
    private final Lock turn = new ReentrantLock();

    /** Held by who puts into the inbox beside the replayer, and over the end of a detour. */
    private final Lock order = new ReentrantLock();

    private final Queue<PendingAccounting> underWay = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keeping = new AtomicInteger();
    private final Bell bell = new Bell();
    private volatile boolean on;
    private volatile boolean toldOfAbsence;
    private List<Rounds> rounds = List.of();

    AccountingDetour(Journal journal, JournalSettings settings, JournalDelivery delivery) {
        this.journal = journal;
        this.patience = settings.patience();
        this.delivery = delivery;
        this.replayer = new Replayer(journal, delivery);
    }

    /** What an earlier life left in the journal comes before anything new. */
    void start() {
        keeper.start();
        on = !journal.isEmpty();
        rounds = List.of(
                Rounds.begin(new Bell(), WATCH, this::watch, this::failed),
                Rounds.begin(bell, REPLAY, this::replay, this::failed));
    }

    /** Keeps what is to be kept, and ends; what the database has not got yet waits on the disk. */
    void stop() {
        turn(this::takeAllUnderWay);
        keeper.stop();
        rounds.forEach(Rounds::close);
        rounds = List.of();
    }

    boolean isOn() {
        return on;
    }

    /** Whether it would take a request. */
    boolean hasRoom() {
        return journal.state() == JournalAnswer.KEPT;
    }

    /** Sends a request the way that is open, and gives false where neither is. */
    boolean send(PendingAccounting one, GroupWriter<PendingAccounting> direct) {
        turn.lock();
        try {
            if (!on && direct.offer(one)) {
                underWay.add(one);
                return true;
            }
            return keep(one);
        } finally {
            turn.unlock();
        }
    }

    /** Takes over a request that the database did not take, for it is away. */
    void takeOver(PendingAccounting one) {
        turn(() -> {
            if (one.isDiverted()) {
                return;
            }
            begin("is away");
            if (!one.isDiverted() && !keep(one)) {
                one.lost(AccountingQueue.Loss.QUEUE_FULL);
            }
        });
    }

    private void begin(String why) {
        if (!on) {
            LOG.warn("the database {}: accounting goes to the journal", why);
            on = true;
        }
        takeAllUnderWay();
        bell.ring();
    }

    private void takeAllUnderWay() {
        Optional<PendingAccounting> next = Optional.ofNullable(underWay.poll());
        while (next.isPresent()) {
            PendingAccounting one = next.get();
            if (!one.isTold() && !keep(one)) {
                one.lost(AccountingQueue.Loss.QUEUE_FULL);
            }
            next = Optional.ofNullable(underWay.poll());
        }
    }

    private boolean keep(PendingAccounting one) {
        one.divert();
        keeping.incrementAndGet();
        if (keeper.offer(one)) {
            return true;
        }
        keeping.decrementAndGet();
        return false;
    }

    /** Looks whether the database keeps anybody waiting too long. */
    private void watch() {
        journal.mend();
        turn(() -> {
            underWay.removeIf(PendingAccounting::isTold);
            boolean late = Optional.ofNullable(underWay.peek())
                    .filter(oldest -> oldest.age() > patience.toNanos())
                    .isPresent();
            if (late) {
                begin("is slow");
            }
        });
    }

    private void replay() {
        if (replayer.round() && on && delivery.isNearlyThere() && awaitOrder()) {
            try {
                end();
            } finally {
                order.unlock();
            }
        }
        toldOfAbsence = false;
    }

    /** Ends the detour if the database answers: new requests go to its queue from here on, and are put when the last of the journal has been. */
    private void end() {
        delivery.reach();
        turn(() -> on = false);
        awaitKept();
        try {
            replayer.round();
        } finally {
            turn(() -> {
                if (keeping.get() > 0 || !journal.isEmpty()) {
                    begin("has not got all of the journal");
                }
            });
        }
        if (!on) {
            LOG.info("the journal is in the database: accounting goes there again");
        }
    }

    /**
     * Puts something into the inbox behind what the journal held.
     *
     * @throws DataAccessResourceFailureException if that does not come to its end
     */
    void behindTheJournal(Runnable putting) {
        if (!awaitOrder()) {
            throw new DataAccessResourceFailureException("the last of the journal is still on its way to the inbox");
        }
        try {
            putting.run();
        } finally {
            order.unlock();
        }
    }

    private boolean awaitOrder() {
        try {
            return order.tryLock(BUSY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void turn(Runnable act) {
        turn.lock();
        try {
            act.run();
        } finally {
            turn.unlock();
        }
    }

    private void awaitKept() {
        long deadline = System.nanoTime() + LAST_KEPT.toNanos();
        while (keeping.get() > 0 && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Told once an absence; a round is tried many times in it. */
    private void failed(Throwable reason) {
        if (!toldOfAbsence) {
            LOG.warn("the journal waits for the database: {}", reason.toString());
        }
        toldOfAbsence = true;
    }

    /** Brings groups to the disk. What was diverted and is in the database by now goes there too, and is known there again. */
    private final class Keeping implements GroupWriter.Work<PendingAccounting> {

        @Override
        public IntConsumer write(List<PendingAccounting> group) {
            JournalAnswer answer = journal.append(group.stream()
                    .filter(one -> !one.isTold() && !(one.request() instanceof AccountingRequest.Nothing))
                    .map(one -> AccountingCodec.encode(one.request()))
                    .toList());
            keeping.addAndGet(-group.size());
            return switch (answer) {
                case KEPT -> place -> group.get(place).durable();
                case FULL -> place -> group.get(place).lost(AccountingQueue.Loss.JOURNAL_FULL);
                case BROKEN -> place -> group.get(place).lost(AccountingQueue.Loss.JOURNAL_BROKEN);
            };
        }

        @Override
        public void lost(PendingAccounting one, GroupWriter.Loss loss) {
            keeping.decrementAndGet();
            one.lost(AccountingQueue.Loss.NOT_STORED);
        }
    }
}
