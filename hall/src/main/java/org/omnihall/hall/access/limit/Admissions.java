package org.omnihall.hall.access.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.omnihall.hall.database.AnswersInGroups;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.database.GroupAnswers.Fault;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.stereotype.Component;

/**
 * Gives out the places of owners' devices (access-rules.md rule 15): from memory where this node knows who holds what, else after the owner's sessions
 * were read, many owners by one statement (docs/adr/0019).
 */
@Component
public class Admissions extends AnswersInGroups {

    /** How long an Accept holds its place for the Start. */
    public static final Duration HOLD = Duration.ofSeconds(30);

    private static final int ROOM = 8_192;
    private static final int GROUP = 256;

    /** A controller waits for three seconds or so; whom the database keeps longer comes in by what was read before, if it lets him. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PlaceView view;
    private final GroupAnswers<PlaceBook.Asking, Answer> reader;

    Admissions(PlaceView view, PlaceBook book, MeterRegistry meters) {
        this.view = view;
        this.reader = new GroupAnswers<>(new GroupWriter.Shape("place-reader", ROOM, GROUP, 1), PATIENCE, book::enter);
        meters.gauge("omnihall.admission.queue", reader, GroupAnswers::waiting);
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

    /**
     * Takes a place for 30 seconds, or until the Start, without waiting.
     *
     * @param then is told the answer once, at once or later on another thread; it may not wait
     */
    public void take(Admission admission, Instant at, Consumer<Answer> then) {
        Optional<Answer> known = view.answer(admission, at);
        if (known.isPresent()) {
            then.accept(known.get());
        } else {
            PlaceBook.Asking asking = new PlaceBook.Asking(admission, at);
            reader.ask(asking, fate -> then.accept(answer(asking, fate)));
        }
    }

    /** The same for who can wait. */
    public Answer take(Admission admission, Instant at) {
        PlaceBook.Asking asking = new PlaceBook.Asking(admission, at);
        return view.answer(admission, at).orElseGet(() -> answer(asking, reader.ask(asking)));
    }

    /** The same for when the database is known to be away: each node counts what it knows. */
    public Answer takeAlone(Admission admission, Instant at) {
        return alone(admission, at, Fault.DATABASE_AWAY);
    }

    private Answer answer(PlaceBook.Asking asking, Fate<Answer> fate) {
        return switch (fate) {
            case Fate.Answered<Answer>(Answer answer) -> answer;
            case Fate.Lost<Answer>(Fault fault) -> lost(asking, fault);
        };
    }

    private Answer lost(PlaceBook.Asking asking, Fault fault) {
        return switch (fault) {
            case DATABASE_AWAY -> alone(asking.admission(), asking.at(), fault);
            case TOO_LATE, QUEUE_FULL ->
                view.answerKnown(asking.admission(), asking.at()).orElseGet(() -> new Answer.Lost(fault));
            case NOT_STORED -> new Answer.Lost(fault);
        };
    }

    private Answer alone(Admission admission, Instant at, Fault fault) {
        return view.answerAlone(admission, at).orElseGet(() -> new Answer.Lost(fault));
    }

    @Override
    protected GroupAnswers<?, ?> answers() {
        return reader;
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }
}
