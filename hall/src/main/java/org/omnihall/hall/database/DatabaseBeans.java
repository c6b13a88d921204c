package org.omnihall.hall.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Path;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.NodeSettings;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server, embedded or external, and the connections to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings, NodeSettings node, Home home) {
        return settings.url()
                .map(url -> DatabaseServer.external(url, settings.user(), settings.password()))
                .orElseGet(() -> DatabaseServer.embedded(() -> start(settings, node, home)));
    }

    private static EmbeddedPostgres start(DatabaseSettings settings, NodeSettings node, Home home) {
        Path directory = home.resolve("postgres");
        Path programs = settings.programs().map(Path::of).orElse(directory);
        return EmbeddedPostgres.start(new Plan(programs, directory, node.ports().database(), settings.embedded()));
    }

    /** Asks for the server as early as the web server is made: each takes half a second, and neither needs the other. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> databaseBesideWebServer(DatabaseServer server) {
        return factory -> {};
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server, DatabaseSettings settings) {
        DatabaseServer.Address address = server.address();
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(4, settings.connections()));
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "omnihall");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setDataSource(new PatientDataSource(new DriverDataSource(
                address.url(), null, config.getDataSourceProperties(), address.user(), address.password())));
        return new HikariDataSource(config);
    }
}
