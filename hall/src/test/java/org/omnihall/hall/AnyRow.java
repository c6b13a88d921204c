package org.omnihall.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of any table, filled with something of each column's type, for tests that only care about one column. */
public final class AnyRow {

    private record Column(String name, String type) {}

    private AnyRow() {}

    /** Writes a row whose text columns hold {@code text} and whose given column holds {@code value}. */
    public static void insert(JdbcClient db, String table, String text, String column, String value) {
        List<Column> columns = columns(db, table);
        List<Object> values = new ArrayList<>();
        columns.forEach(found -> values.add(found.name().equals(column) ? value : something(found, text)));
        db.sql("insert into " + table + " ("
                        + String.join(", ", columns.stream().map(Column::name).toList()) + ") values ("
                        + String.join(
                                ", ",
                                columns.stream()
                                        .map(found -> "?::" + found.type())
                                        .toList())
                        + ")")
                .params(values)
                .update();
    }

    /** The tables of a schema that have a column of this name, partitions left out. */
    public static List<String> tablesWith(JdbcClient db, String schema, String column) {
        return db.sql("""
                        select c.table_schema || '.' || c.table_name from information_schema.columns c
                        join pg_class r on r.relname = c.table_name and r.relnamespace = c.table_schema::regnamespace
                        where c.table_schema = ? and c.column_name = ? and not r.relispartition and r.relkind in ('r', 'p')""")
                .params(schema, column)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<Column> columns(JdbcClient db, String table) {
        String[] name = table.split("\\.", 2);
        return db.sql("""
                        select column_name, udt_name from information_schema.columns where table_schema = ? and table_name = ?
                            and is_nullable = 'NO' and is_identity = 'NO' order by ordinal_position""")
                .params(name[0], name[1])
                .query((row, number) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private static String something(Column column, String text) {
        return switch (column.type()) {
            case "text" -> text;
            case "_text" -> "{}";
            case "int4", "int8", "float8" -> "1";
            case "bool" -> "true";
            case "timestamptz" -> "2026-11-22T04:00:00Z";
            case "uuid" -> UUID.randomUUID().toString();
            case "bytea" -> "\\x" + UUID.randomUUID().toString().replace("-", "");
            case "inet" -> "10.0.0.1";
            default -> throw new AssertionError("a column of type " + column.type() + ": " + column.name());
        };
    }
}
