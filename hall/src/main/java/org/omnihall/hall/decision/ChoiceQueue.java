package org.omnihall.hall.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where inquiries wait until their choices are durable.
 *
 * <p>The idea is the group commit (docs/adr/0006 and 0016): who asks waits on his own, virtual, thread; each of a few writers takes what is
 * there, up to 256, answers it by a handful of statements, and wakes those who wait after the commit. Alone an inquiry costs what it did
 * before, on the asker's own thread; many share the reads, the commit and its sync. Within a transaction of his own an asker is answered at
 * once, on that transaction.
 */
@Component
class ChoiceQueue implements SmartLifecycle {

    private static final int ROOM = 20_000;
    private static final int GROUP = 256;
    private static final int WRITERS = 2;

    /** Of those who wait in the queue; who writes himself waits as long as the database does. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroupWriter<Waiting> writer;
    private final Choosing choosing;
    private final MeterRegistry meters;

    @Autowired
    ChoiceQueue(Choosing choosing, MeterRegistry meters) {
        this(choosing, meters, ROOM);
    }

    ChoiceQueue(Choosing choosing, MeterRegistry meters, int room) {
        this.choosing = choosing;
        this.meters = meters;
        this.writer = new GroupWriter<>(new GroupWriter.Shape("choice-writer", room, GROUP, WRITERS), new Writing());
        meters.gauge("omnihall.choice.queue", writer, GroupWriter::waiting);
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
        if (!writer.put(waiting)) {
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
        writer.start();
    }

    /** Answers what is in the queue and ends. */
    @Override
    public void stop() {
        writer.stop();
    }

    @Override
    public boolean isRunning() {
        return writer.isRunning();
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }

    private final class Writing implements GroupWriter.Work<Waiting> {

        @Override
        public Runnable write(List<Waiting> group) {
            List<SlotAnswer> answers =
                    choosing.answer(group.stream().map(Waiting::inquiry).toList());
            return () -> {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).fate().complete(new Fate.Answered(answers.get(i)));
                }
            };
        }

        @Override
        public void lost(Waiting one, GroupWriter.Loss loss) {
            one.fate()
                    .complete(new Fate.Lost(
                            switch (loss) {
                                case DATABASE_AWAY -> ChoiceNotKept.Fault.DATABASE_AWAY;
                                case NOT_STORED -> ChoiceNotKept.Fault.NOT_STORED;
                            }));
        }
    }
}
