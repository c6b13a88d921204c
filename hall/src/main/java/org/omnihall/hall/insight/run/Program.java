package org.omnihall.hall.insight.run;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.omnihall.hall.insight.InsightSettings;
import org.omnihall.hall.node.Home;
import org.springframework.stereotype.Component;

/**
 * The analytics program as a process of its own (docs/adr/0015): its memory and its libraries are not the hall's, and when it dies the hall
 * lives on. The database's password goes through its standard input; what it says goes to {@code insight/run-N.log} in the node's directory.
 */
@Component
class Program {

    private static final String MAIN = "org.omnihall.analytics.Analytics";
    private static final int ENGINE_HEAP = 256;
    private static final int TAIL = 1 << 16;

    /** What Spark reaches into, as its own launcher opens it. */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/java.nio",
            "java.base/sun.nio.ch",
            "java.base/java.net");

    private final InsightSettings settings;
    private final DataSource database;
    private final Path folder;

    Program(InsightSettings settings, DataSource database, Home home) {
        this.settings = settings;
        this.database = database;
        this.folder = home.resolve("insight");
    }

    /** Why it could not start. */
    Optional<RunStart.Reason> missing(String master) {
        if (settings.classPath().isEmpty()) {
            return Optional.of(RunStart.Reason.NO_PROGRAM);
        }
        return master.isEmpty() || spark().filter(Files::isRegularFile).isPresent()
                ? Optional.empty()
                : Optional.of(RunStart.Reason.NO_SPARK);
    }

    /** Starts it for a run. */
    Process start(long run, String master) throws IOException {
        Files.createDirectories(folder);
        File log = folder.resolve("run-" + run + ".log").toFile();
        Process process = new ProcessBuilder(command(run, master))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try (BufferedWriter in =
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
            HikariDataSource pool = pool();
            in.write(String.join("\n", pool.getJdbcUrl(), pool.getUsername(), pool.getPassword(), ""));
        }
        return process;
    }

    private List<String> command(long run, String master) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Xmx" + (master.isEmpty() ? ENGINE_HEAP : settings.memory().toMegabytes()) + "m");
        if (master.isEmpty()) {
            command.add("-XX:TieredStopAtLevel=1"); // the engine works outside of Java
        } else {
            OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        }
        command.add("-cp");
        command.add(classPath(master));
        command.addAll(List.of(MAIN, "value", "--run", Long.toString(run)));
        command.addAll(List.of(
                "--folder",
                settings.exchange()
                        .map(Path::of)
                        .orElse(folder.resolve("exchange"))
                        .toAbsolutePath()
                        .toString(),
                "--memory",
                settings.memory().toMegabytes() + "MB",
                "--threads",
                Integer.toString(settings.threads())));
        if (!master.isEmpty()) {
            command.addAll(List.of("--master", master));
        }
        return command;
    }

    private String classPath(String master) throws IOException {
        if (master.isEmpty()) {
            return settings.classPath();
        }
        Path libraries = spark().orElseThrow();
        return String.join(
                File.pathSeparator,
                settings.classPath(),
                libraries.resolveSibling("*").toString(),
                Files.readString(libraries).strip());
    }

    private Optional<Path> spark() {
        return settings.spark().map(target -> Path.of(target, "spark.classpath"));
    }

    /** The last line that a run's program said and that is no step of a stack; empty where it said nothing here. */
    String lastWords(long run) {
        Path log = folder.resolve("run-" + run + ".log");
        if (!Files.isRegularFile(log)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - TAIL));
            return new String(in.readNBytes(TAIL), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .reduce("", (before, line) -> line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HikariDataSource pool() throws IOException {
        try {
            return database.unwrap(HikariDataSource.class);
        } catch (SQLException other) {
            throw new IOException("the database is reached by no pool of ours", other);
        }
    }
}
