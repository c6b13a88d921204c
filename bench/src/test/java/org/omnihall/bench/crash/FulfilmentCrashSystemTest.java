package org.omnihall.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.demo.SystemHall;
import org.springframework.util.FileSystemUtils;

/** A hall that is killed in every step of a fulfilment finishes each order or takes all of it back (requirement D2). */
class FulfilmentCrashSystemTest {

    @Test
    void finishesOrTakesBackEveryOrderInWhoseStepsItWasKilled() throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.crash.seed", System.nanoTime());
        System.out.println("fulfilment run with -Domnihall.crash.seed=" + seed);
        Path folder = Files.createTempDirectory("fulfilment");
        try (FulfilmentRun run = FulfilmentRun.open(folder.resolve("home"), SystemHall.freeOffset(), seed)) {
            run.killAtEveryPoint(true);
            run.killAtRandom(Duration.ofSeconds(2));
            System.out.println("at gates " + run.atGates() + ", at random " + run.atRandom() + ", ends " + run.ends());
            assertThat(run.faults()).isEmpty();
            assertThat(run.atGates())
                    .hasSize(33)
                    .allSatisfy((where, times) -> assertThat(times).isOne());
            assertThat(run.atRandom()).isNotEmpty();
            assertThat(run.ends()).containsOnlyKeys("COMPLETED", "FAILED");
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
