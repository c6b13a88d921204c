package org.omnihall.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one PostgreSQL of a test run: started at the first need, without fsync, and thrown away with the process. Its template database
 * holds all migrations, so that a fresh database costs a copy.
 */
final class TestServer {

    private static final String TEMPLATE = "hall_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        admin().sql("create database " + TEMPLATE).update();
        Flyway.configure()
                .dataSource(postgres.url(TEMPLATE), EmbeddedPostgres.USER, postgres.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    static TestServer get() {
        return Running.SERVER;
    }

    /** A database of its own with all migrations, as a JDBC address. */
    String freshDatabase() {
        String name = "test_" + COUNT.incrementAndGet();
        admin().sql("create database " + name + " template " + TEMPLATE + " strategy file_copy")
                .update();
        return postgres.url(name);
    }

    /** A database without anything, as a JDBC address. */
    String emptyDatabase() {
        String name = "test_" + COUNT.incrementAndGet();
        admin().sql("create database " + name).update();
        return postgres.url(name);
    }

    String password() {
        return postgres.password();
    }

    DriverManagerDataSource connect(String url) {
        return new DriverManagerDataSource(url, EmbeddedPostgres.USER, postgres.password());
    }

    private JdbcClient admin() {
        return JdbcClient.create(connect(postgres.url()));
    }

    private static TestServer start() {
        try {
            Path directory = Files.createTempDirectory("hall-test-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(new Plan(
                    Path.of("target", "postgres"),
                    directory,
                    freePort(),
                    Map.of("fsync", "off", "max_connections", "300")));
            SpringApplication.getShutdownHandlers()
                    .add(
                            () -> { // after the halls that use it
                                postgres.close();
                                FolderTree.delete(directory);
                            });
            return new TestServer(postgres);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Running {
        static final TestServer SERVER = start();
    }
}
