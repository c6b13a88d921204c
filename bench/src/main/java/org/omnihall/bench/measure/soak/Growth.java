package org.omnihall.bench.measure.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;

/**
 * What was held over the span of a soak, and whether it became more.
 *
 * @param samples of hall and database while the load went on
 * @param rests what was seen between the rounds
 */
record Growth(List<Sample> samples, List<Rest> rests) {

    private static final double MOST_TIMES = 1.05;
    private static final double MOST_THREADS = 2;
    private static final double MOST_HANDLES = 4;

    /**
     * When a round is over and its generator gone.
     *
     * @param heap after a collection, in MB
     * @param p99 of the round before, in milliseconds
     */
    record Rest(long heap, double p99) {}

    void tell(Figures figures) {
        Course heap = between(Rest::heap);
        Course resident = during(Sample::resident);
        Course threads = during(Sample::threads);
        Course handles = during(Sample::handles);
        times(figures, "heap after a collection", heap);
        times(figures, "resident memory, hall and generator in one process", resident);
        more(figures, "threads", threads, MOST_THREADS);
        more(figures, "open file handles", handles, MOST_HANDLES);
        figures.addTable(
                List.of("medians", "first third", "second third", "last third", "most"),
                List.of(
                        row("heap after a collection, MB", heap),
                        row("resident memory, MB", resident),
                        row("threads", threads),
                        row("open file handles", handles),
                        row(
                                "processes of PostgreSQL",
                                during(one -> one.servers().count())),
                        row(
                                "their memory without what they share, MB",
                                during(one -> one.servers().own())),
                        row("rows of the accounting's inbox", during(Sample::inbox)),
                        row("p99 of a round, ms", between(Rest::p99))));
    }

    private Course during(ToDoubleFunction<Sample> figure) {
        return Course.of(samples.stream().map(figure::applyAsDouble));
    }

    private Course between(ToDoubleFunction<Rest> figure) {
        return Course.of(rests.stream().map(figure::applyAsDouble));
    }

    private static void times(Figures figures, String what, Course course) {
        figures.add(
                what + ", last third against the second",
                course.times(),
                Limit.atMost(MOST_TIMES),
                "%.3f times: %,.0f MB after %,.0f".formatted(course.times(), course.last(), course.second()));
    }

    private static void more(Figures figures, String what, Course course, double most) {
        figures.add(
                what + ", more in the last third than in the second",
                course.more(),
                Limit.atMost(most),
                "%.1f: %,.1f after %,.1f".formatted(course.more(), course.last(), course.second()));
    }

    private static List<String> row(String what, Course course) {
        return List.of(what, told(course.first()), told(course.second()), told(course.last()), told(course.most()));
    }

    private static String told(double value) {
        return (value == Math.rint(value) ? "%,.0f" : "%,.1f").formatted(value);
    }
}
