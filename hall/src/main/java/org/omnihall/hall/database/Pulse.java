package org.omnihall.hall.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Whether PostgreSQL answers, asked on a connection of its own: a pool that is used up is our load and not the database's absence. */
@Component
public class Pulse implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final String SECONDS = "2";

    private final DatabaseServer server;
    private Optional<Connection> connection = Optional.empty();

    Pulse(DatabaseServer server) {
        this.server = server;
    }

    /** What is wrong; nothing where it answers. Waits for two seconds at most, and as long for a new connection. */
    public synchronized Optional<SQLException> fault() {
        try {
            Connection asked = connection.isPresent() ? connection.get() : connected();
            try (Statement statement = asked.createStatement()) {
                statement.execute("select 1");
            }
            return Optional.empty();
        } catch (SQLException away) {
            destroy();
            return Optional.of(away);
        }
    }

    private Connection connected() throws SQLException {
        DatabaseServer.Address address = server.address();
        Properties settings = new Properties();
        settings.setProperty("user", address.user());
        settings.setProperty("password", address.password());
        settings.setProperty("ApplicationName", "omnihall pulse");
        settings.setProperty("connectTimeout", SECONDS);
        settings.setProperty("socketTimeout", SECONDS);
        Connection fresh = DriverManager.getConnection(address.url(), settings);
        connection = Optional.of(fresh);
        return fresh;
    }

    @Override
    public synchronized void destroy() {
        Optional<Connection> over = connection;
        connection = Optional.empty();
        over.ifPresent(Pulse::close);
    }

    private static void close(Connection over) {
        try {
            over.close();
        } catch (SQLException broken) {
            LOG.debug("a connection that was broken already: {}", broken.getMessage());
        }
    }
}
