package org.omnihall.hall.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server, embedded or external, and the connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings, NodeSettings node, Home home) {
        return settings.url()
                .map(url -> DatabaseServer.external(url, settings.user(), settings.password()))
                .orElseGet(() -> DatabaseServer.embedded(start(settings, node, home)));
    }

    private static EmbeddedPostgres start(DatabaseSettings settings, NodeSettings node, Home home) {
        Path directory = home.resolve("postgres");
        return EmbeddedPostgres.start(
                new Plan(directory, directory, node.ports().database(), settings.embedded()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(4, settings.connections()));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "omnihall");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
