package org.omnihall.hall.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a database holds, as its own catalogue tells a connection. Left out are columns of transaction numbers, which mean nothing in another cluster
 * and get new ones there, and the values of a run that was not published.
 */
final class Catalogue {

    private static final String OURS =
            "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relname <> '" + Catalogue.HISTORY
                    + "' and c.relpersistence = 'p'";

    /** Flyway's own table: it tells which schema a backup fits, and is not carried over. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String HISTORY_NAME = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relname = '" + HISTORY + "'";

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), array(select quote_ident(a.attname) from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    and a.atttypid <> 'xid8'::regtype order by a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and format('%I.%I', n.nspname, c.relname) !~ '^insight\\.value_\\d+$' and
            """ + OURS + " order by 1";

    private static final String PARTITIONS = """
            with recursive part as (
                select i.inhrelid as id, i.inhparent as parent, 1 as depth from pg_inherits i
                    join pg_class p on p.oid = i.inhparent where not p.relispartition
                union all
                select i.inhrelid, i.inhparent, part.depth + 1 from pg_inherits i join part on part.id = i.inhparent)
            select format('%I.%I', n.nspname, c.relname), format('%I.%I', pn.nspname, p.relname),
                pg_get_expr(c.relpartbound, c.oid), coalesce(array_to_string(c.reloptions, ', '), '')
            from part join pg_class c on c.oid = part.id join pg_namespace n on n.oid = c.relnamespace
                join pg_class p on p.oid = part.parent join pg_namespace pn on pn.oid = p.relnamespace
            where c.relkind in ('r', 'p') and
            """ + OURS + " order by part.depth, 1";

    private static final String SEQUENCE_NAMES =
            "select format('%I.%I', schemaname, sequencename) from pg_sequences where schemaname not like 'pg\\_%'";

    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
            where last_value is not null and schemaname not like 'pg\\_%' order by 1""";

    private final Connection database;

    Catalogue(Connection database) {
        this.database = database;
    }

    /** A table before its rows are read. */
    record Shape(String name, List<String> columns) {

        String list() {
            return String.join(", ", columns);
        }
    }

    /** How a row of an answer is read. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<String> schema() throws SQLException {
        String history = all(HISTORY_NAME, row -> row.getString(1)).getFirst();
        return all(
                "select version || ' ' || coalesce(checksum, 0) from " + history
                        + " where success order by installed_rank",
                row -> row.getString(1));
    }

    List<Shape> tables() throws SQLException {
        return all(
                TABLES,
                row -> new Shape(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray())));
    }

    List<Manifest.Partition> partitions() throws SQLException {
        return all(
                PARTITIONS,
                row -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    List<String> sequenceNames() throws SQLException {
        return all(SEQUENCE_NAMES, row -> row.getString(1));
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        return all(SEQUENCES, row -> new Manifest.Sequence(row.getString(1), row.getLong(2)));
    }

    private <T> List<T> all(String sql, Row<T> reading) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.read(rows));
            }
            return all;
        }
    }
}
