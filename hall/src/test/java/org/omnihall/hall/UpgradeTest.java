package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.network.AccessControllers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Today's hall, started on what version 0.1 left behind. */
@SpringBootTest(classes = Omnihall.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {HallEnvironment.class, UpgradeTest.LeftBehind.class})
class UpgradeTest {

    private static final KeptRelease RELEASE = KeptRelease.of("v0.1");

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final int port;

    @Autowired
    UpgradeTest(JdbcClient db, AccessControllers controllers, @LocalServerPort int port) {
        this.db = db;
        this.controllers = controllers;
        this.port = port;
    }

    @Test
    void keepsEveryRow() {
        Map<String, Long> now = new LinkedHashMap<>();
        for (String table : RELEASE.rows().keySet()) {
            now.put(
                    table,
                    db.sql("select count(*) from " + table).query(Long.class).single());
        }

        assertThat(RELEASE.rows().values().stream().mapToLong(Long::longValue).sum())
                .isGreaterThan(50);
        RELEASE.rows()
                .forEach((table, rows) -> assertThat(now.get(table)).as(table).isGreaterThanOrEqualTo(rows));
    }

    @Test
    void opensTheSecretsThatWereSealedThen() {
        assertThat(controllers.all())
                .isNotEmpty()
                .allSatisfy(controller ->
                        assertThat(controller.radiusSecret().isEmpty()).isFalse());
    }

    @Test
    void showsTheSessionsOfThen() {
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "after-upgrade", "auditor", "/");

        String last = db.sql("select id::text from access.closed_session order by closed_at desc limit 1")
                .query(String.class)
                .single();
        assertThat(auditor.get("/sessions").body()).contains("/sessions/" + last);
    }

    /** Puts the kept rows and keys where the hall finds its own. */
    static final class LeftBehind implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestServer server = TestServer.get();
            String url = server.emptyDatabase();
            RELEASE.restore(server.connect(url));
            Path home = Path.of(Objects.requireNonNull(context.getEnvironment().getProperty("omnihall.node.home")));
            try {
                Files.copy(RELEASE.keys(), home.resolve("vault.keys"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("left behind", Map.of("omnihall.database.url", url)));
        }
    }
}
