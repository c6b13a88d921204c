package org.omnihall.bench.radius;

import java.time.Duration;

/**
 * What came of a load.
 *
 * @param access Access-Requests that were answered as they should be
 * @param accounting Accounting-Requests that were acknowledged
 * @param wrong answers that are not what must come back, or not of the server
 * @param lost requests without an answer within {@link Generator#PATIENCE}
 * @param client processor time of the generator itself
 */
public record Report(
        long access, long accounting, long wrong, long lost, double p50, double p99, Duration took, Duration client) {

    public long answered() {
        return access + accounting;
    }

    public double perSecond() {
        return answered() / (took.toNanos() / 1e9);
    }

    /** As a figure, with the processor time of the server and of its database beside it. */
    public String told(Duration server, Duration database) {
        return "%,.0f a second; p50 %.2f ms, p99 %.2f ms; %.1f µs of processor time each (server %.1f, database %.1f); %d wrong, %d lost"
                .formatted(
                        perSecond(),
                        p50,
                        p99,
                        micros(server.plus(database)),
                        micros(server),
                        micros(database),
                        wrong,
                        lost);
    }

    /** Processor time for each answer, in microseconds. */
    public double micros(Duration cpu) {
        return answered() == 0 ? 0 : cpu.toNanos() / 1e3 / answered();
    }
}
