package org.omnihall.bench.measure.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of the run's own, which halls in other processes use and which can be taken from them in every way. */
final class Database implements AutoCloseable {

    private final Plan plan;
    private EmbeddedPostgres server;

    private Database(Plan plan) {
        this.plan = plan;
        this.server = EmbeddedPostgres.start(plan);
    }

    static Database start(Path directory, int port) {
        Path programs = Optional.ofNullable(System.getenv("OMNIHALL_POSTGRES_PROGRAMS"))
                .map(Path::of)
                .orElse(directory);
        return new Database(new Plan(programs, directory, port, Map.of()));
    }

    /** The settings by which a hall finds it. */
    List<String> settings() {
        return List.of(
                "--omnihall.database.url=" + server.url(),
                "--omnihall.database.user=" + EmbeddedPostgres.USER,
                "--omnihall.database.password=" + server.password());
    }

    /** To look into it past the halls. */
    JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), EmbeddedPostgres.USER, server.password()));
    }

    /** In good order: what is open is rolled back, everybody is disconnected. */
    void stop() {
        server.close();
    }

    /** Again, after {@link #stop()} or {@link #kill()}. */
    void start() {
        server = EmbeddedPostgres.start(plan);
    }

    /** SIGKILL to every process of it. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** Whether nobody who asks it something hears an answer within a second. */
    boolean isAway() {
        Properties asking = new Properties();
        asking.setProperty("user", EmbeddedPostgres.USER);
        asking.setProperty("password", server.password());
        asking.setProperty("connectTimeout", "1");
        asking.setProperty("socketTimeout", "1");
        try (Connection connection = DriverManager.getConnection(server.url(), asking)) {
            return !connection.isValid(1);
        } catch (SQLException noAnswer) {
            return true;
        }
    }

    /** SIGSTOP: connections stay and nothing comes back on them. */
    void suspend() throws IOException {
        signal("STOP");
    }

    void resume() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name), processes().stream().map(each -> Long.toString(each.pid())))
                .toList();
        if (new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() != 0) {
            throw new IOException("PostgreSQL does not take SIG" + name);
        }
    }

    /** The first is the one that would make more. */
    private List<ProcessHandle> processes() {
        ProcessHandle first = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
