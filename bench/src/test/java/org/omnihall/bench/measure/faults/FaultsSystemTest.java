package org.omnihall.bench.measure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.bench.demo.SystemHall;

/** {@code bench faults} and {@code bench nodes} in small (access rule 25): halls of their own, each thing broken for a second or two. */
class FaultsSystemTest {

    private static final int SUBSCRIBERS = 10_000;
    private static final long SEED = 20261127;

    @TempDir
    static Path folder;

    private static Ground ground;

    @BeforeAll
    static void prepare() throws IOException {
        ground = Ground.prepare(folder, SystemHall.freeOffset(), SUBSCRIBERS);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void losesNothingWhilePostgresIsKilled() throws IOException, InterruptedException {
        FaultsBench bench = new FaultsBench(ground, Duration.ofSeconds(2), SEED);
        assertThat(bench.cases()).hasSize(11);
        Row row = bench.take("PostgreSQL killed (SIGKILL)");
        assertThat(row.isKept()).as(row.toString()).isTrue();
        assertThat(row.fault().told()).startsWith("1 times");
    }

    @Test
    void losesNothingWithANodeThatIsKilled() throws IOException, InterruptedException {
        NodesBench.Killed killed = new NodesBench(ground, Duration.ofSeconds(3), SEED).killOne();
        assertThat(killed.singles().failures()).as(killed.toString()).isEmpty();
        assertThat(killed.couples().failures()).as(killed.toString()).isEmpty();
        assertThat(killed.limits().untold()).as(killed.toString()).isZero();
        assertThat(killed.limits().orphans()).as(killed.toString()).isPositive();
        assertThat(killed.online().atEnd()).as(killed.toString()).isZero();
    }
}
