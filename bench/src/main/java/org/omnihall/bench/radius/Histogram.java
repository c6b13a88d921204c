package org.omnihall.bench.radius;

import java.util.Arrays;

/** How long things took, in nanoseconds, exact to a thirty-second part; its size does not depend on how many they were. */
final class Histogram {

    private static final int PARTS = 5;
    private static final int SIZE = 1 << PARTS;

    private final long[] counts = new long[(Long.SIZE - PARTS) * SIZE];
    private long count;

    void add(long nanos) {
        counts[place(Math.max(0, nanos))]++;
        count++;
    }

    long count() {
        return count;
    }

    void clear() {
        Arrays.fill(counts, 0);
        count = 0;
    }

    /** What a share of them did not exceed, in milliseconds; zero where there are none. */
    double millis(double share) {
        long wanted = (long) Math.ceil(count * share);
        long passed = 0;
        for (int i = 0; i < counts.length; i++) {
            passed += counts[i];
            if (passed >= wanted && passed > 0) {
                return top(i) / 1e6;
            }
        }
        return 0;
    }

    private static int place(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - PARTS - 1);
        return shift * SIZE + (int) (nanos >>> shift);
    }

    /** The largest value that lies in a place. */
    private static long top(int place) {
        int shift = Math.max(0, place / SIZE - 1);
        return ((place - shift * SIZE + 1L) << shift) - 1;
    }
}
