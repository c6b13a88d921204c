package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.omnihall.bench.crash.FulfilmentRun;
import org.springframework.util.FileSystemUtils;

/** A hall that makes business Wi-Fi real, killed at every point of every step and at random moments; at the end all is compared. */
final class FulfilmentBench {

    static final String WHAT =
            "Business Wi-Fi ordered by TMF622 while the hall is killed by SIGKILL in every step of its making and of its"
                    + " taking back; BOSS and the ordering programs live on.";

    private static final int OFFSET = 8800;
    private static final int GATED = 4;
    private static final int RANDOM = 8;
    private static final Duration LATEST = Duration.ofSeconds(3);
    private static final Duration ENOUGH = Duration.ofMinutes(8);

    private FulfilmentBench() {}

    static void run(Figures figures) throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.crash.seed", System.nanoTime());
        long began = System.nanoTime();
        Path folder = Files.createTempDirectory("fulfilment");
        try (FulfilmentRun run = FulfilmentRun.open(folder.resolve("home"), OFFSET, seed)) {
            for (int i = 0; i < GATED; i++) {
                run.killAtEveryPoint(i % 2 == 0);
            }
            for (int i = 0; i < RANDOM && System.nanoTime() - began < ENOUGH.toNanos(); i++) {
                run.killAtRandom(LATEST);
            }
            figures.add("seed", "%d".formatted(seed));
            figures.add(
                    "kills",
                    "%d: %d with an order held at every point, every other one with PostgreSQL; %d at random moments"
                            .formatted(run.kills(), GATED, run.kills() - GATED));
            byStep(run.atGates()).forEach((step, points) -> figures.add("killed in " + step, points));
            figures.add("at random moments orders stood at", listed(run.atRandom()));
            figures.add("orders", listed(run.ends()));
            List<String> faults = run.faults();
            figures.add("half done, lost or doubled", faults.isEmpty() ? "none" : String.join("; ", faults));
            figures.add(
                    "BOSS",
                    "%d calls, %d commands, %d contradictions"
                            .formatted(
                                    run.boss().account().calls(),
                                    run.boss().account().commands().size(),
                                    run.boss().account().contradictions().size()));
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** How often at each point, by the step's kind. */
    private static Map<String, String> byStep(Map<String, Integer> gates) {
        return gates.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        gate -> gate.getKey().split(" ", 2)[0],
                        TreeMap::new,
                        Collectors.mapping(
                                gate -> gate.getKey().split(" ", 2)[1] + " " + gate.getValue(),
                                Collectors.joining(", "))));
    }

    private static String listed(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("; "));
    }
}
