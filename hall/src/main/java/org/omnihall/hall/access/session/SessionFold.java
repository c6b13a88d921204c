package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the events of one session add up to (access-rules.md rules 12 and 13).
 *
 * <p>The idea: everything kept here is a minimum, a maximum, or a set from which only that is dropped which the maximum has overtaken. So the
 * same events give the same session in whatever order they arrive and however often. A session is over while something closes it that is not
 * older than its newest sign of life; a Start or Interim after that re-opens it, one before it only fills counters.
 *
 * @param startSeen event time of the Start, where one came
 * @param computedStart the earliest start that the session times of other events tell
 * @param lastHeard event time of the newest Start or Interim; empty where only a Stop came
 * @param closers what closes it, none of it before {@code lastHeard}
 */
record SessionFold(
        Optional<Instant> startSeen,
        Optional<Instant> computedStart,
        Optional<Instant> lastHeard,
        Usage usage,
        SortedSet<Closer> closers) {

    static final SessionFold NOTHING =
            new SessionFold(Optional.empty(), Optional.empty(), Optional.empty(), Usage.NONE, new TreeSet<>());

    SessionFold {
        SortedSet<Closer> left = new TreeSet<>(closers);
        lastHeard.ifPresent(heard -> left.removeIf(c -> c.at().isBefore(heard)));
        closers = Collections.unmodifiableSortedSet(left);
    }

    /** The session after an event of its controller. */
    SessionFold with(AccountingEvent event) {
        return switch (event.kind()) {
            case START ->
                new SessionFold(
                        earlier(startSeen, event.at()),
                        computedStart,
                        later(lastHeard, event.at()),
                        usage.max(event.usage()),
                        closers);
            case INTERIM ->
                new SessionFold(
                        startSeen,
                        earlier(computedStart, event.computedStart()),
                        later(lastHeard, event.at()),
                        usage.max(event.usage()),
                        closers);
            case STOP ->
                new SessionFold(
                                startSeen,
                                earlier(computedStart, event.computedStart()),
                                lastHeard,
                                usage.max(event.usage()),
                                closers)
                        .with(new Closer(event.at(), Closer.Cause.STOPPED));
        };
    }

    /** The session after something closed it from outside, unless it gave a sign of life since. */
    SessionFold with(Closer closer) {
        SortedSet<Closer> more = new TreeSet<>(closers);
        more.add(closer);
        return new SessionFold(startSeen, computedStart, lastHeard, usage, more);
    }

    /** When it began, by the controller's clock; the Start knows best. */
    Instant startedAt() {
        return startSeen
                .or(() -> computedStart)
                .orElseThrow(() -> new IllegalStateException("a session without an event"));
    }

    boolean isOpen() {
        return closers.isEmpty();
    }

    /** What ended it: the newest Stop where there is one, as the controller knows best; else the earliest of the other reasons. */
    Optional<Closer> close() {
        return closers.stream()
                .filter(c -> c.cause() == Closer.Cause.STOPPED)
                .max(Closer::compareTo)
                .or(() -> closers.stream().findFirst());
    }

    private static Optional<Instant> earlier(Optional<Instant> known, Instant moment) {
        return Optional.of(known.filter(k -> k.isBefore(moment)).orElse(moment));
    }

    private static Optional<Instant> later(Optional<Instant> known, Instant moment) {
        return Optional.of(known.filter(k -> k.isAfter(moment)).orElse(moment));
    }
}
