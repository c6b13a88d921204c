package org.omnihall.hall.ordering.boss;

import java.time.Duration;
import java.time.Instant;

/** Leaves the other side alone when it keeps failing, and asks by one call whether it is back. Pure: each change is a new breaker. */
sealed interface Breaker {

    /** Calls go through; so many failed in a row. */
    record Closed(int failures) implements Breaker {}

    /** Nothing goes through before the moment; the first call after it is the question. */
    record Open(Instant until) implements Breaker {}

    /** The question is asked: nothing else goes through before its answer. */
    record HalfOpen(Instant since) implements Breaker {}

    /**
     * @param failures after so many in a row it opens
     * @param rest for how long it is open
     */
    record Limits(int failures, Duration rest) {}

    static Breaker closed() {
        return new Closed(0);
    }

    /** Whether a call may be made; a question whose answer never came may be asked again after the rest. */
    default boolean lets(Instant now, Limits limits) {
        return switch (this) {
            case Closed closed -> true;
            case Open open -> !now.isBefore(open.until());
            case HalfOpen half -> !now.isBefore(half.since().plus(limits.rest()));
        };
    }

    /** A call that may be made is made. */
    default Breaker called(Instant now) {
        return switch (this) {
            case Closed closed -> closed;
            case Open open -> new HalfOpen(now);
            case HalfOpen half -> new HalfOpen(now);
        };
    }

    /** The other side answered, whatever it said. */
    default Breaker answered() {
        return closed();
    }

    default Breaker failed(Instant now, Limits limits) {
        return switch (this) {
            case Closed closed ->
                closed.failures() + 1 < limits.failures()
                        ? new Closed(closed.failures() + 1)
                        : new Open(now.plus(limits.rest()));
            case Open open -> open;
            case HalfOpen half -> new Open(now.plus(limits.rest()));
        };
    }
}
