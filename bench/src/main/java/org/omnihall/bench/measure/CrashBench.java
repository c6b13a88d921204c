package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.omnihall.bench.crash.ControllersBook;
import org.omnihall.bench.crash.CrashRun;
import org.springframework.util.FileSystemUtils;

/** A city's hall killed several times under load, every other time with its database; at the end all books are compared. */
final class CrashBench {

    private static final int KILLS = 6;
    private static final int OFFSET = 8800;
    private static final Duration EARLIEST = Duration.ofSeconds(10);
    private static final Duration LATEST = Duration.ofSeconds(25);

    private CrashBench() {}

    static void run(Figures figures) throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.crash.seed", System.nanoTime());
        Path folder = Files.createTempDirectory("crash");
        try (CrashRun run = CrashRun.open(folder.resolve("home"), OFFSET, seed)) {
            List<CrashRun.Crash> crashes = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                run.come(LATEST);
                crashes.add(run.crash(EARLIEST, LATEST, i % 2 == 0));
            }
            run.end();
            figures.add("seed", "%d".formatted(seed));
            figures.add("kills", "%d, every other one with PostgreSQL".formatted(KILLS));
            figures.add("arrivals a minute", "%d".formatted(CrashRun.LOGINS_A_MINUTE));
            figures.add("logins", "%d; cut off by a kill: %s".formatted(run.online(), run.failed()));
            figures.add("start on what was left", longest(crashes, CrashRun.Crash::restart));
            figures.add("online list right after the start", longest(crashes, CrashRun.Crash::onlineRight));
            compare(run, figures);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void compare(CrashRun run, Figures figures) throws IOException {
        Map<ControllersBook.Event, Long> stored = run.books().events();
        Set<ControllersBook.Event> acknowledged = run.book().all();
        long twice = stored.values().stream().filter(times -> times > 1).count();
        long missing = acknowledged.stream()
                .filter(event -> !stored.containsKey(event))
                .count();
        long unknown = stored.keySet().stream()
                .filter(event -> !acknowledged.contains(event))
                .count();
        boolean counters = new HashSet<>(run.books().closed())
                .equals(new HashSet<>(run.book().stops()));
        figures.add(
                "acknowledged events",
                "%d; missing %d, stored twice %d, stored without an acknowledgement %d"
                        .formatted(acknowledged.size(), missing, twice, unknown));
        figures.add("octets and seconds of every session", counters ? "equal the controllers'" : "DIFFER");
    }

    private static String longest(List<CrashRun.Crash> crashes, Function<CrashRun.Crash, Duration> what) {
        return "%.1f s at most"
                .formatted(crashes.stream()
                        .map(what)
                        .mapToDouble(took -> took.toMillis() / 1000.0)
                        .max()
                        .orElse(0));
    }
}
