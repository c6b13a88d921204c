package org.omnihall.hall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A release as it was: the fingerprints of its migrations, the rows of a small hall that ran it (one CSV file a table) and that hall's keys. They stand in
 * {@code src/test/resources/releases} and never change; {@code tools/keep-release.sh} makes the next one.
 */
record KeptRelease(Path folder) {

    private static final String MIGRATIONS = "hall/src/main/resources/db/migration";
    private static final String HISTORY = "flyway_schema_history";
    private static final String TABLES = """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not in ('pg_catalog', 'information_schema') and c.relname <> :history
            order by 1""";
    private static final String COLUMNS = """
            select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
            from information_schema.columns
            where table_schema || '.' || table_name = :name and is_generated = 'NEVER'""";
    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename) as name, last_value
            from pg_sequences where last_value is not null order by 1""";

    static KeptRelease of(String version) {
        return new KeptRelease(Repository.ROOT.resolve("hall/src/test/resources/releases/" + version));
    }

    Path keys() {
        return folder.resolve("vault.keys");
    }

    /** The rows that each table had. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (Path file : Repository.files(folder + "/rows", ".csv")) {
            rows.put(tableOf(file), records(Repository.read(file)) - 1);
        }
        return rows;
    }

    /** Makes an empty database what the release left. */
    void restore(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + migrationsOfThen())
                .outOfOrder(true)
                .load()
                .migrate();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // tables come in any order
            for (Path file : Repository.files(folder + "/rows", ".csv")) {
                String columns = Repository.read(file).lines().findFirst().orElseThrow();
                statement.execute("delete from " + tableOf(file)); // what a migration put there is in the file
                try (InputStream in = Files.newInputStream(file)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy %s (%s) from stdin (format csv, header)".formatted(tableOf(file), columns),
                                    in);
                }
            }
            for (String sequence :
                    Repository.read(folder.resolve("sequences.csv")).lines().toList()) {
                String[] parts = sequence.split(",", 2);
                statement.execute("select setval('%s', %s)".formatted(parts[0], parts[1]));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException refused) {
            throw new IllegalStateException("The kept release in " + folder + " does not load", refused);
        }
    }

    /** Keeps what a hall holds now. */
    void keep(DataSource database, Path home) throws IOException, SQLException {
        JdbcClient db = JdbcClient.create(database);
        Files.createDirectories(folder.resolve("rows"));
        StringBuilder migrations = new StringBuilder();
        for (Path migration : Repository.files(MIGRATIONS, ".sql")) {
            migrations
                    .append(migration.getFileName())
                    .append(',')
                    .append(fingerprint(migration))
                    .append('\n');
        }
        Files.writeString(folder.resolve("migrations.csv"), migrations);
        Files.copy(home.resolve("vault.keys"), keys());
        try (Connection connection = database.getConnection()) {
            for (String table : tables(db)) {
                String columns =
                        db.sql(COLUMNS).param("name", table).query(String.class).single();
                try (OutputStream out = Files.newOutputStream(folder.resolve("rows/" + table + ".csv"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select %s from %s) to stdout (format csv, header)".formatted(columns, table),
                                    out);
                }
            }
        }
        String sequences = db
                .sql(SEQUENCES)
                .query((row, number) -> row.getString("name") + "," + row.getLong("last_value") + "\n")
                .list()
                .stream()
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("sequences.csv"), sequences);
    }

    private static List<String> tables(JdbcClient db) {
        return db.sql(TABLES)
                .param("history", HISTORY)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** A folder with the migrations that the release had, each unchanged since. */
    private Path migrationsOfThen() {
        try {
            Map<String, Path> now = Repository.files(MIGRATIONS, ".sql").stream()
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
            Path then = Files.createTempDirectory("migrations-");
            for (String line :
                    Repository.read(folder.resolve("migrations.csv")).lines().toList()) {
                String[] parts = line.split(",", 2);
                Path migration = now.get(parts[0]);
                if (migration == null || !fingerprint(migration).equals(parts[1])) {
                    throw new IllegalStateException(
                            parts[0] + " of " + folder.getFileName() + " was changed; a landed migration never is");
                }
                Files.copy(migration, then.resolve(parts[0]));
            }
            return then;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String fingerprint(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Repository.read(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String tableOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".csv".length());
    }

    /** Lines of a CSV file, a quoted line break not counted. */
    private static long records(String csv) {
        boolean quoted = false;
        long records = 0;
        for (int i = 0; i < csv.length(); i++) {
            char each = csv.charAt(i);
            quoted ^= each == '"';
            records += each == '\n' && !quoted ? 1 : 0;
        }
        return records;
    }
}
