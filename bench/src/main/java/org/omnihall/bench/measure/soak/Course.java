package org.omnihall.bench.measure.soak;

import java.util.List;
import java.util.stream.Stream;

/**
 * A figure over the span of a soak, as it was sampled one time after the other. Its first third is the warm-up; growth is what the median of the
 * last third has more than that of the second, so that a peak here and there is none.
 *
 * @param values three at least
 */
record Course(List<Double> values) {

    private static final int THIRDS = 3;

    Course {
        values = List.copyOf(values);
        if (values.size() < THIRDS) {
            throw new IllegalArgumentException("too few samples for thirds: " + values.size());
        }
    }

    static Course of(Stream<? extends Number> values) {
        return new Course(values.map(Number::doubleValue).toList());
    }

    double first() {
        return median(0);
    }

    double second() {
        return median(1);
    }

    double last() {
        return median(2);
    }

    double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** How many times as much. */
    double times() {
        return last() / second();
    }

    /** How much more. */
    double more() {
        return last() - second();
    }

    private double median(int third) {
        List<Double> sorted =
                values.subList(values.size() * third / THIRDS, values.size() * (third + 1) / THIRDS).stream()
                        .sorted()
                        .toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
