package org.omnihall.hall.access.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One reason for which a session is over.
 *
 * @param at event time
 */
record Closer(Instant at, Cause cause) implements Comparable<Closer> {

    private static final Comparator<Closer> ORDER =
            Comparator.comparing(Closer::at).thenComparing(Closer::cause);

    /** How a session ended. */
    enum Cause {
        /** The controller's Stop. */
        STOPPED,
        /** The device started anew in the same SSID group. */
        REPLACED,
        /** The controller began or ended accounting, as it does around a restart. */
        CONTROLLER_RESET,
        /** Three interim updates in a row did not come. */
        LOST
    }

    @Override
    public int compareTo(Closer other) {
        return ORDER.compare(this, other);
    }

    /** The form in the table: {@code STOPPED@1795374000000000 LOST@…}, microseconds since 1970. */
    static String text(SortedSet<Closer> closers) {
        return closers.stream()
                .map(c -> c.cause + "@" + ChronoUnit.MICROS.between(Instant.EPOCH, c.at))
                .collect(Collectors.joining(" "));
    }

    static SortedSet<Closer> parse(String text) {
        SortedSet<Closer> closers = new TreeSet<>();
        for (String part : text.split(" ", -1)) {
            int at = part.indexOf('@');
            if (at > 0) {
                Instant moment = Instant.EPOCH.plus(Long.parseLong(part.substring(at + 1)), ChronoUnit.MICROS);
                closers.add(new Closer(moment, Cause.valueOf(part.substring(0, at))));
            }
        }
        return closers;
    }
}
