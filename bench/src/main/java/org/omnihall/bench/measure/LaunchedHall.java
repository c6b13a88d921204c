package org.omnihall.bench.measure;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A hall in a process of its own, started by the launcher as anyone starts it. */
final class LaunchedHall implements AutoCloseable {

    private static final int OFFSET = 8700;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final URI SIGN_IN = URI.create("http://127.0.0.1:" + (8080 + OFFSET) + "/sign-in");

    private final Path root;
    private final Path home;
    private final Process process;
    private final double seconds;

    private LaunchedHall(Path root, Path home, String command) throws IOException, InterruptedException {
        this.root = root;
        this.home = home;
        long began = System.nanoTime();
        this.process = launcher(command, "--port-offset", Integer.toString(OFFSET))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPage(began);
        this.seconds = (System.nanoTime() - began) / 1e9;
    }

    /** @param command {@code run} or {@code demo} */
    static LaunchedHall start(Path root, Path home, String command) throws IOException, InterruptedException {
        return new LaunchedHall(root, home, command);
    }

    /** From the launcher's start to the sign-in page. */
    double seconds() {
        return seconds;
    }

    /** Runs another command of the launcher for this hall; its output. */
    String tell(String... command) throws IOException, InterruptedException {
        Process told = launcher(command).redirectErrorStream(true).start();
        String said = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (told.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /** Memory of Java and PostgreSQL in MB, shared pages once. */
    double megabytes() throws IOException {
        long kilobytes = 0;
        for (ProcessHandle each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            kilobytes += share(each.pid());
        }
        return kilobytes / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly) // what has ended stays ended
                .join();
    }

    private ProcessBuilder launcher(String... command) {
        ProcessBuilder launcher = new ProcessBuilder(
                Stream.concat(Stream.of(root.resolve("omnihall").toString()), Stream.of(command))
                        .toList());
        launcher.environment().put("OMNIHALL_HOME", home.toString());
        return launcher;
    }

    private void awaitPage(long began) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!listens() || !answers(http)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IOException("the hall does not answer on " + SIGN_IN);
                }
                Thread.sleep(10);
            }
        }
    }

    /** Asked before a client of HTTP is, which would take a share of the processor from the start that is measured. */
    private static boolean listens() {
        try (Socket socket = new Socket(SIGN_IN.getHost(), SIGN_IN.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
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
}
