package org.omnihall.bench.radius;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** What became of requests, by what they asked, and how long the right answers took. */
public final class Tally {

    /** So many digits of a time are kept. */
    private static final int DIGITS = 3;

    private static final int SENT = 0;
    private static final int RIGHT = 1;
    private static final int WRONG = 2;
    private static final int KINDS = 3;

    private final Map<Sort, long[]> counts = new EnumMap<>(Sort.class);
    private final Histogram times = new Histogram(DIGITS);
    private long strange;
    private long unsent;

    Tally() {
        for (Sort sort : Sort.values()) {
            counts.put(sort, new long[KINDS]);
        }
    }

    /** All of them together. */
    public static Tally of(List<Tally> parts) {
        Tally all = new Tally();
        for (Tally part : parts) {
            part.counts.forEach((sort, counted) -> {
                for (int i = 0; i < KINDS; i++) {
                    all.count(sort)[i] += counted[i];
                }
            });
            all.times.add(part.times);
            all.strange += part.strange;
            all.unsent += part.unsent;
        }
        return all;
    }

    private long[] count(Sort sort) {
        return Objects.requireNonNull(counts.get(sort));
    }

    void addSent(Sort sort) {
        count(sort)[SENT]++;
    }

    /** One that was sent and is told about elsewhere. */
    void takeBackSent(Sort sort) {
        count(sort)[SENT]--;
    }

    void addRight(Sort sort, long nanos) {
        count(sort)[RIGHT]++;
        times.recordValue(nanos);
    }

    void addWrong(Sort sort) {
        count(sort)[WRONG]++;
    }

    /** An answer of nobody, or too late for its request. */
    void addStrange() {
        strange++;
    }

    /** A request that the generator should have sent and could not. */
    void addUnsent() {
        unsent++;
    }

    public long sent(Sort... sorts) {
        return sum(SENT, sorts);
    }

    /** Answered as they should be, in time. */
    public long right(Sort... sorts) {
        return sum(RIGHT, sorts);
    }

    /** Answered otherwise. */
    public long wrong(Sort... sorts) {
        return sum(WRONG, sorts);
    }

    /** Without an answer within {@link Talk#PATIENCE}. */
    public long silent(Sort... sorts) {
        return sent(sorts) - right(sorts) - wrong(sorts);
    }

    public long strangers() {
        return strange;
    }

    public long missing() {
        return unsent;
    }

    /** Milliseconds within which so many of a hundred had their right answer; what has none took longer than anybody waits. */
    public double millis(double percentile) {
        double last = percentile / 100 * (right() + silent());
        return last > right() ? Talk.PATIENCE.toMillis() : times.getValueAtPercentile(100 * last / right()) / 1e6;
    }

    private long sum(int kind, Sort... sorts) {
        long sum = 0;
        for (Sort sort : sorts.length == 0 ? Sort.values() : sorts) {
            sum += count(sort)[kind];
        }
        return sum;
    }
}
