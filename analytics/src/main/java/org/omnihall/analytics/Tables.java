package org.omnihall.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of the hall as far as {@code insight} publishes them: its views {@code insight.analytics_*} and the functions beside them. */
public final class Tables implements AutoCloseable {

    private static final String DONE = "select insight.%s";

    private final Connection connection;

    /** The address, user and password of the hall's database. */
    public record Access(String url, String user, String password) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public String toString() {
            return "Access[" + url + " as " + user + "]";
        }
    }

    /**
     * What a run looks at.
     *
     * @param first the number of the first month, {@code last} of the last; {@code firstDay} and {@code lastDay} the days they begin
     */
    record Window(long first, long last, String firstDay, String lastDay) {}

    public Tables(Access access) throws SQLException {
        this.connection = access.connect();
    }

    /** Says that the run is alive and how far. A run that was given up refuses, by an {@link SQLException}. */
    public void beat(long run, String step, Instant at) throws SQLException {
        call("beat(?, ?, ?)", run, step, at.atOffset(ZoneOffset.UTC));
    }

    /** Says that the run is alive, whatever its step; nothing happens to a run that has ended. */
    void alive(long run, Instant at) throws SQLException {
        call("alive(?, ?)", run, at.atOffset(ZoneOffset.UTC));
    }

    Window window(long run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select first_month, last_month, first_day, last_day from insight.analytics_run where id = ?")) {
            statement.setLong(1, run);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("run " + run + " does not run");
                }
                return new Window(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
            }
        }
    }

    /** Writes what a query gives into a CSV file without a head line. */
    long copyOut(String query, Path csv) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(csv)) {
            return copies().copyOut("copy (" + query + ") to stdout (format csv)", out);
        }
    }

    /** Copies the CSV files of a folder into a table. */
    long copyIn(String table, Path folder) throws SQLException, IOException {
        List<Path> parts;
        try (Stream<Path> all = Files.list(folder)) {
            parts = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        long rows = 0;
        for (Path part : parts) {
            try (InputStream in = Files.newInputStream(part)) {
                rows += copies().copyIn("copy " + table + " from stdin (format csv)", in, 1 << 16);
            }
        }
        return rows;
    }

    /** An empty table for the run's rows. */
    String stage(long run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DONE.formatted("stage(?)"))) {
            statement.setLong(1, run);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    void indexStaged(long run) throws SQLException {
        call("index_staged(?)", run);
    }

    /** The run's figures come into force: a statement of its own is a transaction of its own. */
    void publish(long run, Instant at) throws SQLException {
        call("publish(?, ?)", run, at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void call(String function, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DONE.formatted(function))) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
