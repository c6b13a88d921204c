package org.omnihall.hall;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Keeps the hall in {@code omnihall.release.home} as {@code omnihall.release}: for tools/keep-release.sh, not among the tests. */
class KeepRelease {

    private static final int PORT = 54987;

    @Test
    void keepsTheRelease() throws IOException, SQLException {
        Path home = Path.of(System.getProperty("omnihall.release.home"));
        Path cluster = home.resolve("postgres");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new Plan(cluster, cluster, PORT, Map.of()))) {
            DriverManagerDataSource database =
                    new DriverManagerDataSource(postgres.url(), EmbeddedPostgres.USER, postgres.password());
            KeptRelease.of(System.getProperty("omnihall.release")).keep(database, home);
        }
    }
}
