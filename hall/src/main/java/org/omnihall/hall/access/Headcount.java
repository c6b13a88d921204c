package org.omnihall.hall.access;

import java.util.Optional;

/**
 * How many people, told so that nobody is found among them: one to four are told as fewer than five.
 *
 * @param exact nothing where it is not told
 */
public record Headcount(Optional<Long> exact, boolean hidden) {

    /** The smallest group that is counted. */
    public static final int SMALLEST = 5;

    private static final Headcount FEW = new Headcount(Optional.empty(), false);

    /** What would give a small one away. */
    public static final Headcount HIDDEN = new Headcount(Optional.empty(), true);

    public static Headcount of(long people) {
        return people > 0 && people < SMALLEST ? FEW : new Headcount(Optional.of(people), false);
    }

    public boolean isFew() {
        return exact.isEmpty() && !hidden;
    }

    /** As it is written: a number, {@code <5}, or a dash where it would give a small one away. */
    public String text() {
        return exact.map(people -> Long.toString(people)).orElse(hidden ? "–" : "<" + SMALLEST);
    }

    /** What the bar of a chart shows: a small group has a bar of its own height. */
    public long bar() {
        return exact.orElse(hidden ? 0L : SMALLEST / 2L);
    }
}
