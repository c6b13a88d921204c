package org.omnihall.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.omnihall.hall.Omnihall;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A hall in a process of its own with its embedded PostgreSQL, which can be killed and started anew on its directory. */
public final class HallProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final int WEB = 8080;
    private static final int DATABASE = 54320;

    private final Path home;
    private final int offset;
    private final List<String> settings;
    private final Launch launch;
    private Optional<Process> process = Optional.empty();

    /** @param settings further settings of the hall, {@code --name=value} */
    public HallProcess(Path home, int offset, List<String> settings) {
        this(home, offset, settings, Launch.USUAL);
    }

    public HallProcess(Path home, int offset, List<String> settings, Launch launch) {
        this.home = home;
        this.offset = offset;
        this.settings = List.copyOf(settings);
        this.launch = launch;
    }

    /**
     * How the process comes to be.
     *
     * @param before a command that ends by becoming the one that follows it
     */
    public record Launch(List<String> before, Class<?> main) {

        public static final Launch USUAL = new Launch(List.of(), Omnihall.class);

        public Launch {
            before = List.copyOf(before);
        }
    }

    /** Starts it and returns when all of it works, RADIUS too; all it prints is added to {@link #output}. */
    public Duration start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launch.before());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dspring.aot.enabled=" + Boolean.getBoolean("spring.aot.enabled"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                launch.main().getName(),
                "--omnihall.node.home=" + home,
                "--omnihall.node.port-offset=" + offset));
        command.addAll(settings);
        long began = System.nanoTime();
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
        process = Optional.of(started);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http)) {
                if (!started.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("the hall does not answer; see " + output());
                }
                Thread.sleep(20);
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Standard output and error of every start. */
    public Path output() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    public Path home() {
        return home;
    }

    /** The hall's own database, to look into. */
    public DataSource database() throws IOException {
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + (DATABASE + offset) + "/omnihall",
                EmbeddedPostgres.USER,
                Files.readString(home.resolve("postgres/password")).strip());
    }

    /**
     * SIGKILL: nobody is told, nothing is flushed.
     *
     * @param databaseToo every process of PostgreSQL as well; else it is left over for the next start to find
     */
    public void kill(boolean databaseToo) throws InterruptedException {
        Process victim = process.orElseThrow();
        List<ProcessHandle> children = databaseToo ? victim.descendants().toList() : List.of();
        victim.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        victim.waitFor();
        process = Optional.empty();
    }

    /** Whether it ends by itself within a time. */
    public boolean ends(Duration within) throws InterruptedException {
        return process.orElseThrow().waitFor(within);
    }

    /** Whether it was started in this way, and lives. */
    public boolean isRunning(Launch as) {
        return launch.equals(as) && process.filter(Process::isAlive).isPresent();
    }

    /** SIGKILL to the hall alone; whether it lived until then. */
    public boolean killLiving() throws InterruptedException {
        boolean lived = process.orElseThrow().isAlive();
        kill(false);
        return lived;
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + (WEB + offset) + "/actuator/health/readiness");
        try {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it and its database at once, where nobody will want its directory any more. */
    public void drop() {
        process.ifPresent(victim -> {
            List<ProcessHandle> children = victim.descendants().toList();
            victim.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            victim.onExit().join();
        });
        process = Optional.empty();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                running.destroyForcibly();
            }
        });
        process = Optional.empty();
    }
}
