package org.omnihall.hall.shell;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets an answer come at one moment after its question, whatever it is, so that its time tells nothing (rule 6).
 *
 * @param due the moment of {@link System#nanoTime}
 */
public record Pace(long due) {

    /** To be begun with the question. */
    public static Pace begun(Duration after) {
        return new Pace(System.nanoTime() + after.toNanos());
    }

    public void await() {
        long left = due - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            left = due - System.nanoTime();
        }
    }
}
