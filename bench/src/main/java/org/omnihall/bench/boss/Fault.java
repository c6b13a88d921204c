package org.omnihall.bench.boss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with the business support system. */
public enum Fault {
    NONE,
    /** Takes connections and hangs up, nothing done. */
    DOWN,
    /** Does it, and answers after a while. */
    SLOW,
    /** Answers 500, nothing done. */
    BROKEN,
    /** Answers 429, nothing done. */
    BUSY,
    /** Does it, and hangs up instead of answering. */
    ANSWER_LOST,
    /** Answers 200 with a page that is no JSON, nothing done. */
    GARBAGE,
    /** Refuses for good with 422, nothing done. */
    UNWILLING;

    /** By its name on a command line or in an address, such as {@code answer-lost}. */
    public static Optional<Fault> named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.shown().equals(name))
                .findFirst();
    }

    public String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
