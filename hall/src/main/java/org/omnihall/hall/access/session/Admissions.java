package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.omnihall.hall.access.network.DevicePolicy;
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

    private final GroupWriter<Waiting> writer =
            new GroupWriter<>(new GroupWriter.Shape("admission-writer", ROOM, GROUP, WRITERS), new Writing());
    private final AdmissionBook book;

    Admissions(AdmissionBook book, MeterRegistry meters) {
        this.book = book;
        meters.gauge("omnihall.admission.queue", writer, GroupWriter::waiting);
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

    private record Waiting(AdmissionBook.Asking asking, CompletableFuture<Answer> answer) {}

    /**
     * Takes a place for 30 seconds, or until the Start. Zero devices means no limit.
     *
     * @throws DataAccessException where it could not be stored
     */
    public Answer take(Admission admission, DevicePolicy policy, int devices, Instant at) {
        Waiting waiting =
                new Waiting(new AdmissionBook.Asking(admission, policy, devices, at), new CompletableFuture<>());
        if (!writer.put(waiting)) {
            throw new DataAccessResourceFailureException("no room for an admission more");
        }
        try {
            return waiting.answer()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException lost) {
            throw new DataAccessResourceFailureException("the admission was not stored", lost);
        }
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

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }

    private final class Writing implements GroupWriter.Work<Waiting> {

        @Override
        public Runnable write(List<Waiting> group) {
            List<Answer> answers =
                    book.enter(group.stream().map(Waiting::asking).toList());
            return () -> {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).answer().complete(answers.get(i));
                }
            };
        }

        @Override
        public void lost(Waiting one, GroupWriter.Loss loss) {
            one.answer().completeExceptionally(new DataAccessResourceFailureException(loss.name()));
        }
    }
}
