package org.omnihall.bench.measure.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.bench.measure.Figures;

/** {@code bench soak} in small: a hall of its own, and rounds of three seconds. What grows in so short a time says nothing. */
class SoakSystemTest {

    private static final SoakSize SIZE = new SoakSize(1_000, 3, Duration.ofSeconds(3), Duration.ofMillis(500));

    @Test
    void findsTheBooksRightAndTellsWhatIsHeld(@TempDir Path home) throws IOException, InterruptedException {
        try (RunningHall hall = RunningHall.start(
                "--omnihall.node.home=" + Files.createDirectory(home.resolve("hall")),
                "--omnihall.node.port-offset=" + SystemHall.freeOffset())) {
            Figures figures = new Figures("soak", SoakBench.WHAT);

            SoakBench.run(hall, SIZE, figures);

            String page = figures.taken();
            assertThat(page)
                    .contains("packets a second in 3 rounds of 3 s |")
                    .containsPattern("\\| answered wrongly \\| 0 of [1-9].* packets; at most 0: kept \\|")
                    .containsPattern("\\| the books, .* \\| [1-9].* at most 0: kept \\|")
                    .contains("| heap after a collection, last third against the second |")
                    .contains("| resident memory, hall and generator in one process, last third against the second |")
                    .contains("| threads, more in the last third than in the second |")
                    .contains("| open file handles, more in the last third than in the second |")
                    .containsPattern("\\| processes of PostgreSQL \\| [1-9]")
                    .containsPattern("\\| their memory without what they share, MB \\| [1-9]");
        }
    }
}
