package org.omnihall.hall.access.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives out the places of owners' devices (access-rules.md rule 15): from memory where this node knows who holds what, else after the owner's sessions
 * were read, many owners by one statement (docs/adr/0019).
 */
@Component
public class Admissions implements SmartLifecycle {

    /** How long an Accept holds its place for the Start. */
    public static final Duration HOLD = Duration.ofSeconds(30);

    private static final int ROOM = 8_192;
    private static final int GROUP = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PlaceView view;
    private final PlaceBook book;
    private final GroupWriter<Waiting> reader =
            new GroupWriter<>(new GroupWriter.Shape("place-reader", ROOM, GROUP, 1), new Reading());

    Admissions(PlaceView view, PlaceBook book, MeterRegistry meters) {
        this.view = view;
        this.book = book;
        meters.gauge("omnihall.admission.queue", reader, GroupWriter::waiting);
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

        /** It is not known; the controller asks again. */
        record Lost(Fault fault) implements Answer {}
    }

    /** Why there is no answer. */
    public enum Fault {
        QUEUE_FULL,
        DATABASE_AWAY,
        /** The database answered others and not this one. */
        NOT_READ,
        TOO_LATE
    }

    private record Waiting(PlaceBook.Asking asking, Consumer<Answer> then) {}

    /**
     * Takes a place for 30 seconds, or until the Start, without waiting.
     *
     * @param then is told the answer once, at once or on the reader's thread; it may not wait
     */
    public void take(Admission admission, Instant at, Consumer<Answer> then) {
        Optional<Answer> known = view.answer(admission, at);
        if (known.isPresent()) {
            then.accept(known.get());
        } else if (!reader.offer(new Waiting(new PlaceBook.Asking(admission, at), then))) {
            then.accept(new Answer.Lost(Fault.QUEUE_FULL));
        }
    }

    /** The same for who can wait. */
    public Answer take(Admission admission, Instant at) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        take(admission, at, answer::complete);
        return answer.completeOnTimeout(new Answer.Lost(Fault.TOO_LATE), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private final class Reading implements GroupWriter.Work<Waiting> {

        @Override
        public Runnable write(List<Waiting> group) {
            List<Answer> answers =
                    book.enter(group.stream().map(Waiting::asking).toList());
            return () -> {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).then().accept(answers.get(i));
                }
            };
        }

        /** While the database is away each node counts what it knows. */
        @Override
        public void lost(Waiting one, GroupWriter.Loss loss) {
            one.then()
                    .accept(
                            switch (loss) {
                                case DATABASE_AWAY ->
                                    view.answerAlone(
                                                    one.asking().admission(),
                                                    one.asking().at())
                                            .orElse(new Answer.Lost(Fault.DATABASE_AWAY));
                                case NOT_STORED -> new Answer.Lost(Fault.NOT_READ);
                            });
        }
    }

    @Override
    public void start() {
        reader.start();
    }

    /** Answers what is in the queue and ends. */
    @Override
    public void stop() {
        reader.stop();
    }

    @Override
    public boolean isRunning() {
        return reader.isRunning();
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }
}
