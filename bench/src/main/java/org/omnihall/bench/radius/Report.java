package org.omnihall.bench.radius;

import java.time.Duration;

/**
 * What came of a load.
 *
 * @param client processor time of the generator itself
 */
public record Report(Tally tally, Duration took, Duration client) {

    /** Access-Requests that were answered as they should be. */
    public long access() {
        return answered() - accounting();
    }

    /** Accounting-Requests that were acknowledged. */
    public long accounting() {
        return tally.right(Sort.ACCOUNTING);
    }

    public long answered() {
        return tally.right();
    }

    /** Answers that are not what must come back, or not of the server. */
    public long wrong() {
        return tally.wrong() + tally.strangers();
    }

    /** Requests without an answer in time. */
    public long lost() {
        return tally.silent();
    }

    public double perSecond() {
        return answered() / (took.toNanos() / 1e9);
    }

    public double p50() {
        return tally.millis(50);
    }

    public double p99() {
        return tally.millis(99);
    }

    /** As a figure, with the processor time of the server and of its database beside it. */
    public String told(Duration server, Duration database) {
        return "%,.0f a second; p50 %.2f ms, p99 %.2f ms; %.1f µs of processor time each (server %.1f, database %.1f); %d wrong, %d lost"
                .formatted(
                        perSecond(),
                        p50(),
                        p99(),
                        micros(server.plus(database)),
                        micros(server),
                        micros(database),
                        wrong(),
                        lost());
    }

    /** Processor time for each answer, in microseconds. */
    public double micros(Duration cpu) {
        return answered() == 0 ? 0 : cpu.toNanos() / 1e3 / answered();
    }
}
