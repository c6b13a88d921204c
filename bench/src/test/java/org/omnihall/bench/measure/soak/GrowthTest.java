package org.omnihall.bench.measure.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.measure.Figures;

/** What the page says of samples: each limit on both of its sides, and that what PostgreSQL holds is told only. */
class GrowthTest {

    private static final Sample QUIET = new Sample(1_000, 80, 300, new Servers(30, 200), 50);
    private static final List<Growth.Rest> RESTED = rests(100);
    private static final int THIRD = 10;

    /** So many in the last third, after hundred. */
    private static List<Growth.Rest> rests(long last) {
        return IntStream.range(0, 3 * THIRD)
                .mapToObj(at -> new Growth.Rest(at < 2 * THIRD ? 100 : last, 8.5))
                .toList();
    }

    private static List<Sample> samples(Sample last) {
        return IntStream.range(0, 3 * THIRD)
                .mapToObj(at -> at < 2 * THIRD ? QUIET : last)
                .toList();
    }

    private static String page(Sample last, List<Growth.Rest> rests) {
        Figures figures = new Figures("soak", "");
        new Growth(samples(last), rests).tell(figures);
        return figures.taken();
    }

    @Test
    void keepsWhatRests() {
        assertThat(page(QUIET, RESTED))
                .contains(
                        "| heap after a collection, last third against the second | 1.000 times: 100 MB after 100; at most 1.05: kept |")
                .contains(
                        "| threads, more in the last third than in the second | 0.0: 80.0 after 80.0; at most 2: kept |")
                .contains("| open file handles | 300 | 300 | 300 | 300 |")
                .contains("| p99 of a round, ms | 8.5 | 8.5 | 8.5 | 8.5 |")
                .doesNotContain("NOT kept");
    }

    @Test
    void keepsWhatStaysWithinItsLimit() {
        Sample most = new Sample(1_050, 82, 304, QUIET.servers(), 50);
        assertThat(page(most, rests(105))).doesNotContain("NOT kept");
    }

    @Test
    void doesNotKeepWhatGrows() {
        assertGrows("heap after a collection", QUIET, rests(106));
        assertGrows("resident memory", new Sample(1_051, 80, 300, QUIET.servers(), 50), RESTED);
        assertGrows("threads", new Sample(1_000, 83, 300, QUIET.servers(), 50), RESTED);
        assertGrows("open file handles", new Sample(1_000, 80, 305, QUIET.servers(), 50), RESTED);
    }

    @Test
    void keepsWhatShrinks() {
        assertThat(page(new Sample(500, 40, 100, QUIET.servers(), 50), rests(50)))
                .doesNotContain("NOT kept");
    }

    @Test
    void onlyTellsWhatTheDatabaseHolds() {
        assertThat(page(new Sample(1_000, 80, 300, new Servers(60, 400), 9_000), RESTED))
                .contains("| processes of PostgreSQL | 30 | 30 | 60 | 60 |")
                .contains("| rows of the accounting's inbox | 50 | 50 | 9,000 | 9,000 |")
                .doesNotContain("NOT kept");
    }

    /** It, and nothing else. */
    private static void assertGrows(String what, Sample last, List<Growth.Rest> rests) {
        assertThat(page(last, rests).lines().filter(line -> line.contains("NOT kept")))
                .singleElement()
                .asString()
                .startsWith("| " + what);
    }
}
