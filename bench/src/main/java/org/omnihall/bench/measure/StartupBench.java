package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.springframework.util.FileSystemUtils;

/** From the launcher's start to the sign-in page, on an empty directory and on the one that it leaves; and the memory then in use. */
final class StartupBench {

    private static final int RUNS = 5;
    private static final Duration LOAD = Duration.ofMinutes(2);

    private record Start(double seconds, double megabytes) {}

    private StartupBench() {}

    static void run(Path root, Figures figures) throws IOException, InterruptedException {
        Start[] empty = new Start[RUNS];
        Start[] existing = new Start[RUNS];
        for (int i = -1; i < RUNS; i++) {
            Path home = Files.createTempDirectory("startup");
            Start first = start(root, home, "run", Duration.ZERO);
            Start second = start(root, home, "run", Duration.ZERO);
            FileSystemUtils.deleteRecursively(home);
            if (i >= 0) { // the first of all makes the start-up cache
                empty[i] = first;
                existing[i] = second;
            }
        }
        tell(figures, "sign-in page on an empty directory (limit 8 s)", "s", seconds(empty));
        tell(figures, "sign-in page on an existing one (limit 3 s)", "s", seconds(existing));
        tell(
                figures,
                "memory of Java and PostgreSQL, just started",
                "MB",
                Arrays.stream(existing).mapToDouble(Start::megabytes));
        Path home = Files.createTempDirectory("startup");
        Start demo = start(root, home, "demo", LOAD);
        FileSystemUtils.deleteRecursively(home);
        figures.add(
                "memory under the demo's load, its phones and controllers included (limit 600 MB)",
                "%.0f MB after %d s".formatted(demo.megabytes(), LOAD.toSeconds()));
    }

    /** @param load how long to let it work before its memory is measured */
    private static Start start(Path root, Path home, String command, Duration load)
            throws IOException, InterruptedException {
        try (LaunchedHall hall = LaunchedHall.start(root, home, command)) {
            Thread.sleep(load);
            return new Start(hall.seconds(), hall.megabytes());
        }
    }

    private static DoubleStream seconds(Start... starts) {
        return Arrays.stream(starts).mapToDouble(Start::seconds);
    }

    private static void tell(Figures figures, String what, String unit, DoubleStream taken) {
        double[] sorted = taken.sorted().toArray();
        figures.add(
                what,
                "median %.2f %s of %d runs, from %.2f to %.2f"
                        .formatted(
                                sorted[sorted.length / 2], unit, sorted.length, sorted[0], sorted[sorted.length - 1]));
    }
}
