package org.omnihall.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Gives a test's hall a PostgreSQL of its own, which the test may stop and start again. Comes after {@link HallEnvironment}. */
public final class OwnServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Plan PLAN = plan();
    private static EmbeddedPostgres running = EmbeddedPostgres.start(PLAN);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own server",
                        Map.of(
                                "omnihall.database.url", running.url(),
                                "omnihall.database.password", running.password())));
    }

    /** Past the hall's pool, whose connections are broken by a stop. */
    public static JdbcClient client() {
        return JdbcClient.create(new DriverManagerDataSource(running.url(), EmbeddedPostgres.USER, running.password()));
    }

    public static void stop() {
        running.close();
    }

    public static void start() {
        running = EmbeddedPostgres.start(PLAN);
    }

    private static Plan plan() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path directory = Files.createTempDirectory("hall-own-");
            SpringApplication.getShutdownHandlers()
                    .add(
                            () -> { // after the hall that uses it
                                running.close();
                                FolderTree.delete(directory);
                            });
            return new Plan(Path.of("target", "postgres"), directory, free.getLocalPort(), Map.of("fsync", "off"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
