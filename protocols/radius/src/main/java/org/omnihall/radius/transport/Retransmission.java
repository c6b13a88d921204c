package org.omnihall.radius.transport;

import java.time.Duration;

/**
 * When a request is repeated (RFC 5080 section 2.2.1): first after {@code initial}, then each wait doubles up to {@code longest}, each off
 * by up to a tenth; {@code total} after the first attempt it is given up.
 */
public record Retransmission(Duration initial, Duration longest, Duration total) {

    /** The values of RFC 5080. */
    public static final Retransmission USUAL =
            new Retransmission(Duration.ofSeconds(2), Duration.ofSeconds(16), Duration.ofSeconds(30));

    /** One attempt and a wait. */
    public static Retransmission once(Duration wait) {
        return new Retransmission(wait, wait, wait);
    }

    public Retransmission {
        if (!initial.isPositive() || longest.compareTo(initial) < 0 || total.compareTo(initial) < 0) {
            throw new IllegalArgumentException("times must be positive and not shorter than the first wait");
        }
    }

    /** The wait after the given attempt, 0 being the first; {@code off} from -1 to 1 shifts it by up to a tenth. */
    Duration after(int attempt, double off) {
        long doubled = initial.toNanos() << Math.min(attempt, 20);
        long wait = doubled <= 0 ? longest.toNanos() : Math.min(doubled, longest.toNanos());
        return Duration.ofNanos(wait + (long) (wait * off / 10));
    }
}
