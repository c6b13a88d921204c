package org.omnihall.bench.radius;

/** What an Accept must grant. */
@FunctionalInterface
public interface Terms {

    /** Session-Timeout of everybody, where nothing is said about anybody. */
    int USUAL_SECONDS = 28_800;

    /** Everybody has the same. */
    Terms ALIKE = (subscriber, seconds, askedAt) -> seconds == USUAL_SECONDS;

    /**
     * Whether a Session-Timeout is right.
     *
     * @param seconds -1 where the Accept has none
     * @param askedAt by {@link System#nanoTime()}
     */
    boolean fit(int subscriber, int seconds, long askedAt);
}
