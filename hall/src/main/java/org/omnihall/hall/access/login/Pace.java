package org.omnihall.hall.access.login;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Lets answers come at one moment after the question, whatever they are, so that their time tells nothing (rule 6). */
@Component
class Pace {

    private final Duration after;

    Pace(LoginSettings settings) {
        this.after = settings.answerAfter();
    }

    Start start() {
        return new Start(System.nanoTime() + after.toNanos());
    }

    /** A question whose answer is due at a moment of {@link System#nanoTime}. */
    record Start(long due) {

        void await() {
            long left = due - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
                left = due - System.nanoTime();
            }
        }
    }
}
