package org.omnihall.hall.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where inquiries wait until their choices are durable.
 *
 * <p>The idea is the group commit (docs/adr/0006 and 0016): who asks waits on his own, virtual, thread; each of a few writers takes what is
 * there, up to 256, answers it by a handful of statements, and wakes those who wait after the commit. Alone an inquiry costs what it did
 * before; many share the reads, the commit and its sync. Within a transaction of its own an asker is answered at once, on that transaction.
 */
@Component
class ChoiceQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChoiceQueue.class);
    private static final int ROOM = 20_000;
    private static final int GROUP = 256;
    private static final int WRITERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<Waiting> queue;
    private final Choosing choosing;
    private final MeterRegistry meters;
    private volatile boolean running;
    private List<Thread> writers = List.of();

    @Autowired
    ChoiceQueue(Choosing choosing, MeterRegistry meters) {
        this(choosing, meters, ROOM);
    }

    ChoiceQueue(Choosing choosing, MeterRegistry meters, int room) {
        this.choosing = choosing;
        this.meters = meters;
        this.queue = new ArrayBlockingQueue<>(room);
        meters.gauge("omnihall.choice.queue", queue, BlockingQueue::size);
    }

    /** What a waiting asker is woken with. */
    private sealed interface Fate {
        record Answered(SlotAnswer answer) implements Fate {}

        record Lost(ChoiceNotKept.Fault fault) implements Fate {}
    }

    private record Waiting(SlotInquiry inquiry, CompletableFuture<Fate> fate) {

        Waiting(SlotInquiry inquiry) {
            this(inquiry, new CompletableFuture<>());
        }
    }

    /**
     * The answer, once it is durable.
     *
     * @throws ChoiceNotKept where it cannot be made so
     */
    SlotAnswer ask(SlotInquiry inquiry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return choosing.answer(List.of(inquiry)).getFirst();
        }
        Waiting waiting = new Waiting(inquiry);
        if (!isRunning() || !queue.offer(waiting)) {
            waiting.fate().complete(new Fate.Lost(ChoiceNotKept.Fault.QUEUE_FULL));
        }
        return switch (waiting.fate()
                .completeOnTimeout(new Fate.Lost(ChoiceNotKept.Fault.TOO_LATE), PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()) {
            case Fate.Answered answered -> answered.answer();
            case Fate.Lost lost -> throw lost(lost.fault());
        };
    }

    private ChoiceNotKept lost(ChoiceNotKept.Fault fault) {
        meters.counter("omnihall.choice.lost", "fault", fault.name()).increment();
        return new ChoiceNotKept(fault);
    }

    @Override
    public void start() {
        running = true;
        writers = Stream.iterate(1, number -> number + 1)
                .limit(WRITERS)
                .map(number ->
                        Thread.ofPlatform().name("choice-writer-" + number).start(this::write))
                .toList();
    }

    /** Answers what is in the queue and ends. */
    @Override
    public void stop() {
        running = false;
        List<Thread> last = writers;
        writers = List.of();
        try {
            for (Thread writer : last) {
                writer.interrupt();
                writer.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }

    private void write() {
        List<Waiting> group = new ArrayList<>(GROUP);
        while (isRunning() || !queue.isEmpty()) {
            group.clear();
            take(group);
            if (!group.isEmpty()) {
                settle(group);
            }
        }
    }

    private void take(List<Waiting> group) {
        try {
            Waiting first = isRunning() ? queue.poll(1, TimeUnit.SECONDS) : queue.poll();
            if (first != null) {
                group.add(first);
                queue.drainTo(group, GROUP - 1);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("a writer of choices stops when the queue is empty");
        }
    }

    /**
     * The edge to the database: what it refuses is tried one by one, so that one bad row holds up no other; while it is away that would be in
     * vain. A bug must not end a writer, so nothing that is thrown passes.
     */
    private void settle(List<Waiting> group) {
        try {
            List<SlotAnswer> answers =
                    choosing.answer(group.stream().map(Waiting::inquiry).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).fate().complete(new Fate.Answered(answers.get(i)));
            }
        } catch (DataAccessResourceFailureException away) {
            LOG.warn("{} choices wait for the database in vain: {}", group.size(), away.toString());
            lose(group, ChoiceNotKept.Fault.DATABASE_AWAY);
        } catch (RuntimeException broken) {
            LOG.error("{} choices could not be stored", group.size(), broken);
            if (group.size() > 1) {
                group.forEach(one -> settle(List.of(one)));
            } else {
                lose(group, ChoiceNotKept.Fault.NOT_STORED);
            }
        }
    }

    private static void lose(List<Waiting> group, ChoiceNotKept.Fault fault) {
        group.forEach(one -> one.fate().complete(new Fate.Lost(fault)));
    }
}
