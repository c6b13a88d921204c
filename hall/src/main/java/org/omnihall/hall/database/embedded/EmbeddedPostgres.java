package org.omnihall.hall.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.omnihall.hall.node.FreePorts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL server, child of this process, listening on 127.0.0.1 alone. Its cluster outlives the process; a server that was
 * left over when an earlier process was killed is stopped before the new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String USER = "omnihall";

    private static final String DATABASE = "omnihall";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long LOG_LIMIT = 10_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Plan plan;
    private final RunAs runAs;
    private final Binaries binaries;
    private final Process process;
    private final String password;

    private EmbeddedPostgres(Plan plan, RunAs runAs, Binaries binaries, String password) throws IOException {
        this.plan = plan;
        this.runAs = runAs;
        this.binaries = binaries;
        this.password = password;
        this.process = launch();
    }

    /**
     * Starts the server, after making its cluster where there is none, and returns when it takes connections.
     *
     * @throws PostgresFailure if it does not start; the message holds the reason
     */
    public static EmbeddedPostgres start(Plan plan) {
        try {
            RunAs runAs = RunAs.best();
            Binaries binaries = Binaries.under(plan.binaries());
            Files.createDirectories(plan.directory());
            Leftover.of(plan).ifPresent(leftover -> leftover.stop(runAs, binaries));
            FreePorts.requireTcp("database", InetAddress.getLoopbackAddress(), plan.port());
            String password = initialise(plan, runAs, binaries);
            EmbeddedPostgres server = new EmbeddedPostgres(plan, runAs, binaries, password);
            server.awaitReady();
            server.createDatabase();
            return server;
        } catch (IOException broken) {
            throw new PostgresFailure("PostgreSQL cannot use " + plan.directory(), broken);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    /** The JDBC address of another database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + plan.port() + "/" + database;
    }

    public String password() {
        return password;
    }

    /** The server's process, as the system knows it. */
    public long pid() {
        return process.pid();
    }

    /** Rolls back what is open, disconnects all and stops. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop(plan, runAs, binaries);
        }
    }

    static void stop(Plan plan, RunAs runAs, Binaries binaries) {
        String data = plan.data().toString();
        Programs.Outcome outcome = Programs.run(
                runAs.command(binaries.program("pg_ctl"), "stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s"));
        if (!outcome.good()) {
            LOG.warn("PostgreSQL did not stop in time and is stopped hard: {}", outcome.output());
            Programs.require(
                    runAs.command(binaries.program("pg_ctl"), "stop", "-D", data, "-m", "immediate", "-w", "-s"),
                    "Stopping PostgreSQL");
        }
    }

    private static String initialise(Plan plan, RunAs runAs, Binaries binaries) throws IOException {
        if (!Files.exists(plan.passwordFile())) {
            writePassword(plan.passwordFile());
        }
        if (!Files.isDirectory(plan.data())) {
            Path draft = Files.createTempDirectory(plan.directory(), "making-");
            runAs.own(plan.directory());
            Programs.require(
                    runAs.command(
                            binaries.program("initdb"),
                            "-D",
                            draft.toString(),
                            "-U",
                            USER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + plan.passwordFile(),
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-locale",
                            "--no-instructions"),
                    "Making the database cluster");
            Files.move(draft, plan.data(), StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(plan.passwordFile()).strip();
    }

    private static void writePassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path draft = file.resolveSibling("password.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", plan.data().toString()));
        plan.allSettings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        Path log = plan.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(runAs.command(command))
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                Optional<Leftover> running = Leftover.of(plan);
                if (running.isPresent()
                        && running.get().ready()
                        && running.get().pid() == process.pid()) {
                    return;
                }
                if (System.nanoTime() - deadline > 0) {
                    close();
                    throw new PostgresFailure(
                            "PostgreSQL was not ready after " + START_LIMIT.toSeconds() + " s; see " + plan.log());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
            throw new PostgresFailure("Interrupted while PostgreSQL started", stopped);
        }
        throw new PostgresFailure("PostgreSQL ended while starting: " + lastWords());
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(plan.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                PreparedStatement query =
                        connection.prepareStatement("select 1 from pg_database where datname = '" + DATABASE + "'");
                Statement create = connection.createStatement()) {
            if (!query.executeQuery().next()) {
                create.execute("create database " + DATABASE);
            }
        } catch (SQLException refused) {
            close();
            throw new PostgresFailure(
                    "PostgreSQL runs but refuses " + USER + " with the password in " + plan.passwordFile(), refused);
        }
    }
}
