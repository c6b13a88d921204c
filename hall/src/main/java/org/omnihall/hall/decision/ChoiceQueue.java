package org.omnihall.hall.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.omnihall.hall.database.AnswersInGroups;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.beans.factory.annotation.Autowired;
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
class ChoiceQueue extends AnswersInGroups {

    private static final int ROOM = 20_000;
    private static final int GROUP = 256;
    private static final int WRITERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroupAnswers<SlotInquiry, SlotAnswer> answers;
    private final Choosing choosing;
    private final MeterRegistry meters;

    @Autowired
    ChoiceQueue(Choosing choosing, MeterRegistry meters) {
        this(choosing, meters, ROOM);
    }

    ChoiceQueue(Choosing choosing, MeterRegistry meters, int room) {
        this.choosing = choosing;
        this.meters = meters;
        this.answers = new GroupAnswers<>(
                new GroupWriter.Shape("choice-writer", room, GROUP, WRITERS), PATIENCE, choosing::answer);
        meters.gauge("omnihall.choice.queue", answers, GroupAnswers::waiting);
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
        return switch (answers.ask(inquiry)) {
            case GroupAnswers.Fate.Answered<SlotAnswer>(SlotAnswer answer) -> answer;
            case GroupAnswers.Fate.Lost<SlotAnswer>(GroupAnswers.Fault fault) -> throw lost(fault);
        };
    }

    private ChoiceNotKept lost(GroupAnswers.Fault fault) {
        meters.counter("omnihall.choice.lost", "fault", fault.name()).increment();
        return new ChoiceNotKept(fault);
    }

    @Override
    protected GroupAnswers<?, ?> answers() {
        return answers;
    }

    /** Before the web server when starting, after it when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }
}
