package org.omnihall.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** From the launcher's start to the sign-in page, on an empty directory and on the one that it leaves; and the memory then in use. */
final class StartupBench {

    private static final int RUNS = 5;
    private static final int OFFSET = 8700;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOAD = Duration.ofMinutes(2);
    private static final URI SIGN_IN = URI.create("http://127.0.0.1:" + (8080 + OFFSET) + "/sign-in");

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
        tell(
                figures,
                "sign-in page on an empty directory (limit 8 s)",
                "s",
                Arrays.stream(empty).mapToDouble(Start::seconds));
        tell(
                figures,
                "sign-in page on an existing one (limit 3 s)",
                "s",
                Arrays.stream(existing).mapToDouble(Start::seconds));
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
        ProcessBuilder launcher = new ProcessBuilder(
                        root.resolve("omnihall").toString(), command, "--port-offset", Integer.toString(OFFSET))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        launcher.environment().put("OMNIHALL_HOME", home.toString());
        long began = System.nanoTime();
        Process hall = launcher.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!hall.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("the hall does not answer on " + SIGN_IN);
                }
                Thread.sleep(10);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Thread.sleep(load);
            long kilobytes = 0;
            for (ProcessHandle each : Stream.concat(Stream.of(hall.toHandle()), hall.descendants())
                    .toList()) {
                kilobytes += share(each.pid());
            }
            return new Start(seconds, kilobytes / 1024.0);
        } finally {
            hall.destroy();
            if (!hall.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                hall.destroyForcibly();
            }
        }
    }

    private static boolean answers(HttpClient http) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(SIGN_IN).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A process' proportional share of memory in kilobytes. */
    private static long share(long process) throws IOException {
        Path rollup = Path.of("/proc", Long.toString(process), "smaps_rollup");
        if (!Files.exists(rollup)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static void tell(Figures figures, String what, String unit, java.util.stream.DoubleStream taken) {
        double[] sorted = taken.sorted().toArray();
        figures.add(
                what,
                "median %.2f %s of %d runs, from %.2f to %.2f"
                        .formatted(
                                sorted[sorted.length / 2], unit, sorted.length, sorted[0], sorted[sorted.length - 1]));
    }
}
