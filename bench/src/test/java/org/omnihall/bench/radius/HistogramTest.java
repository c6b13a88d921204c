package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shares of times are told to a thirty-second part, however many and however long they were. */
class HistogramTest {

    private final Histogram times = new Histogram();

    @Test
    void tellsWhatAShareDidNotExceed() {
        LongStream.rangeClosed(1, 100_000).map(i -> i * 1_000).forEach(times::add);
        assertThat(times.count()).isEqualTo(100_000);
        assertThat(times.millis(0.5)).isCloseTo(50, withinPercentage(3.2));
        assertThat(times.millis(0.99)).isCloseTo(99, withinPercentage(3.2));
        assertThat(times.millis(1)).isCloseTo(100, withinPercentage(3.2));
    }

    @Test
    void holdsTheShortestAndTheLongest() {
        LongStream.of(0, 1, 31, 32, 63, Long.MAX_VALUE).forEach(times::add);
        assertThat(times.millis(0.1)).isZero();
        assertThat(times.millis(0.5)).isEqualTo(31 / 1e6);
        assertThat(times.millis(1)).isCloseTo(Long.MAX_VALUE / 1e6, withinPercentage(3.2));
    }

    @Test
    void forgetsWhatItIsToldToForget() {
        times.add(5);
        times.clear();
        assertThat(times.count()).isZero();
        assertThat(times.millis(0.99)).isZero();
    }
}
