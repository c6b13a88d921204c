package org.omnihall.hall.access.quota;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.database.AnswersInGroups;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.database.GroupWriter;
import org.springframework.stereotype.Component;

/**
 * Tells what is left to one who wants to come in. What people have used is read for many of them by one statement; who has no quota is answered at once.
 */
@Component
public class Remainders extends AnswersInGroups {

    private static final int ROOM = 8_192;
    private static final int GROUP = 256;

    /** A controller waits for three seconds or so, and the place has to be found too. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Asking(Owner owner, Instant at) {}

    private final UseBook book;
    private final GroupAnswers<Asking, Used> reader;

    Remainders(UseBook book, MeterRegistry meters) {
        this.book = book;
        this.reader = new GroupAnswers<>(new GroupWriter.Shape("quota-reader", ROOM, GROUP, 1), PATIENCE, this::used);
        meters.gauge("omnihall.quota.queue", reader, GroupAnswers::waiting);
    }

    /**
     * What a new session of the owner is given; {@link Remainder#unread} where what he has used cannot be read in time.
     *
     * @param then is told once, at once or later on another thread; it may not wait
     */
    public void find(Owner owner, Quota quota, Instant at, Consumer<Remainder> then) {
        if (quota.counts()) {
            reader.ask(new Asking(owner, at), fate -> then.accept(remainder(quota, at, fate)));
        } else {
            then.accept(Remainder.of(quota, Used.NOTHING, 1, at, book.zone()));
        }
    }

    /** The same for who can wait. */
    public Remainder find(Owner owner, Quota quota, Instant at) {
        return quota.counts()
                ? remainder(quota, at, reader.ask(new Asking(owner, at)))
                : Remainder.of(quota, Used.NOTHING, 1, at, book.zone());
    }

    /** What a session that is open already is given now; waits for the database. */
    public Remainder ofRunning(Owner owner, Quota quota, Instant at) {
        Used used = quota.counts() ? used(owner, at) : Used.NOTHING;
        return Remainder.of(quota, used, used.online(), at, book.zone());
    }

    /** What an owner has used of his day and month; waits for the database. */
    public Used used(Owner owner, Instant at) {
        return book.of(List.of(owner), at).getOrDefault(owner, Used.NOTHING);
    }

    /** What a new session is given when the database is known to be away. */
    public Remainder unread(Quota quota, Instant at) {
        return Remainder.unread(quota, at, book.zone());
    }

    private Remainder remainder(Quota quota, Instant at, Fate<Used> fate) {
        return switch (fate) {
            case Fate.Answered<Used>(Used used) -> Remainder.of(quota, used, used.online() + 1, at, book.zone());
            case Fate.Lost<Used> lost -> unread(quota, at);
        };
    }

    private List<Used> used(List<Asking> group) {
        Instant now =
                group.stream().map(Asking::at).max(Comparator.naturalOrder()).orElseThrow();
        Map<Owner, Used> used =
                book.of(group.stream().map(Asking::owner).distinct().toList(), now);
        return group.stream()
                .map(asking -> used.getOrDefault(asking.owner(), Used.NOTHING))
                .toList();
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
