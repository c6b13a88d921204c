package org.omnihall.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB in this process: the engine of one machine, and what makes Parquet of CSV for every engine. */
public final class DuckDb implements Engine {

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** An empty database in memory. */
    public static DuckDb open(Room room) throws IOException {
        try {
            Files.createDirectories(room.folder());
            DuckDb engine = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
            engine.execute("set memory_limit = '" + room.memory() + "'");
            engine.execute("set threads = " + room.threads());
            engine.execute("set temp_directory = " + quoted(room.folder().resolve("spill")));
            engine.execute("set preserve_insertion_order = false");
            return engine;
        } catch (SQLException broken) {
            throw new IOException("DuckDB does not start", broken);
        }
    }

    /**
     * Makes a Parquet file of a CSV file without a head line.
     *
     * @param columns names and types as DuckDB writes them, such as {@code 'fen': 'BIGINT'}
     */
    public void parquet(Path csv, String columns, Path parquet) throws IOException {
        execute(
                "copy (select * from read_csv(%s, header = false, auto_detect = false, delim = ',', columns = {%s})) to %s (format parquet)"
                        .formatted(quoted(csv), columns, quoted(parquet)));
    }

    @Override
    public void table(String name, Path parquet) throws IOException {
        execute("create or replace view %s as select * from read_parquet(%s)".formatted(name, quoted(parquet)));
    }

    @Override
    public void keep(String name, String sql, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("part.parquet");
        execute("copy (%s) to %s (format parquet)".formatted(sql, quoted(file)));
        table(name, file);
    }

    @Override
    public void write(String sql, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("part.csv");
        execute("copy (%s) to %s (format csv, header false)".formatted(sql, quoted(file)));
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }

    private void execute(String sql) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IOException(sql, broken);
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
