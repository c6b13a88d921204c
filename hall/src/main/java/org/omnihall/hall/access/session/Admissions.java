package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Gives out the places of owners' devices (access-rules.md rule 15). Who asks waits on his own, virtual, thread, until the group that he belongs
 * to is committed (docs/adr/0006): many Access-Requests share the statements, the commit and its sync.
 */
@Component
public class Admissions implements SmartLifecycle {

    /** How long an Accept holds its place for the Start. */
    public static final Duration HOLD = Duration.ofSeconds(30);

    private static final int ROOM = 4_096;
    private static final int GROUP = 256;
    private static final int WRITERS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GroupAnswers<AdmissionBook.Asking, Answer> answers;

    Admissions(AdmissionBook book, MeterRegistry meters) {
        this.answers = new GroupAnswers<>(
                new GroupWriter.Shape("admission-writer", ROOM, GROUP, WRITERS), PATIENCE, book::enter);
        meters.gauge("omnihall.admission.queue", answers, GroupAnswers::waiting);
    }

    /** The answer to one device more. */
    public sealed interface Answer {
        /**
         * It may come in.
         *
         * @param journey the admission's id; that of the earlier one where the controller asked again within the hold
         * @param release sessions that must be ended for it
         */
        record Held(UUID journey, List<UUID> release) implements Answer {}

        record Full() implements Answer {}
    }

    /**
     * Takes a place for 30 seconds, or until the Start. Zero devices means no limit.
     *
     * @throws DataAccessException where it could not be stored
     */
    public Answer take(Admission admission, DevicePolicy policy, int devices, Instant at) {
        return switch (answers.ask(new AdmissionBook.Asking(admission, policy, devices, at))) {
            case GroupAnswers.Fate.Answered<Answer>(Answer answer) -> answer;
            case GroupAnswers.Fate.Lost<Answer>(GroupAnswers.Fault fault) ->
                throw new DataAccessResourceFailureException("the admission was not stored: " + fault);
        };
    }

    @Override
    public void start() {
        answers.start();
    }

    /** Answers what is in the queue and ends. */
    @Override
    public void stop() {
        answers.stop();
    }

    @Override
    public boolean isRunning() {
        return answers.isRunning();
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }
}
