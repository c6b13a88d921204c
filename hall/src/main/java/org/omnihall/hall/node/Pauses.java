package org.omnihall.hall.node;

import java.time.Duration;

/** How long to wait before something that failed is tried again. */
public final class Pauses {

    private static final int MOST_DOUBLINGS = 20;

    private Pauses() {}

    /** The first pause, doubled with every further failure, at most the longest. */
    public static Duration after(int failures, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
