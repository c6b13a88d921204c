package org.omnihall.hall.database;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How rows of a kind go into a table, one array a column: one statement, prepared once, however many rows there are. A statement a row, batched, costs
 * the database's protocol and its executor anew for each.
 */
public final class RowArrays<T> {

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();

    public RowArrays(String table) {
        this.table = table;
    }

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private RowArrays<T> column(String name, String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    public RowArrays<T> id(String name, Function<T, UUID> value) {
        return column(name, "uuid", value::apply);
    }

    public RowArrays<T> maybeId(String name, Function<T, Optional<UUID>> value) {
        return column(name, "uuid", row -> value.apply(row).orElse(null));
    }

    public RowArrays<T> number(String name, ToLongFunction<T> value) {
        return column(name, "int8", value::applyAsLong);
    }

    public RowArrays<T> maybeNumber(String name, Function<T, OptionalLong> value) {
        return column(name, "int8", row -> {
            OptionalLong number = value.apply(row);
            return number.isPresent() ? number.getAsLong() : null;
        });
    }

    public RowArrays<T> flag(String name, Predicate<T> value) {
        return column(name, "bool", value::test);
    }

    public RowArrays<T> text(String name, Function<T, String> value) {
        return column(name, "text", value::apply);
    }

    public RowArrays<T> maybeText(String name, Function<T, Optional<String>> value) {
        return column(name, "text", row -> value.apply(row).orElse(null));
    }

    /** JSON in its text. */
    public RowArrays<T> json(String name, Function<T, String> value) {
        return column(name, "jsonb", value::apply);
    }

    public RowArrays<T> moment(String name, Function<T, Instant> value) {
        return column(name, "timestamptz", row -> value.apply(row).toString());
    }

    public RowArrays<T> maybeMoment(String name, Function<T, Optional<Instant>> value) {
        return column(
                name,
                "timestamptz",
                row -> value.apply(row).map(Instant::toString).orElse(null));
    }

    public RowArrays<T> maybeAddress(String name, Function<T, Optional<InetAddress>> value) {
        return column(
                name,
                "inet",
                row -> value.apply(row).map(InetAddress::getHostAddress).orElse(null));
    }

    /** An address or network in its text, {@code 2001:db8::/64}. */
    public RowArrays<T> network(String name, Function<T, String> value) {
        return column(name, "inet", value::apply);
    }

    /**
     * Adds the rows; {@code tail} is what follows in the statement, such as {@code on conflict do nothing}.
     *
     * @return how many were added
     */
    public int insert(JdbcTemplate db, List<T> rows, String tail) {
        return run(db, rows, "insert into " + table + " (" + names("") + ") select * from " + arrays() + " " + tail);
    }

    /** Gives the rows of the table that have the first column's values the values of the others. */
    public void update(JdbcTemplate db, List<T> rows) {
        String key = columns.getFirst().name();
        String changes = columns.stream()
                .skip(1)
                .map(column -> column.name() + " = changed." + column.name())
                .collect(Collectors.joining(", "));
        run(
                db,
                rows,
                "update " + table + " as known set " + changes + " from " + arrays() + " where known." + key
                        + " = changed." + key);
    }

    private String names(String before) {
        return columns.stream().map(column -> before + column.name()).collect(Collectors.joining(", "));
    }

    private String arrays() {
        return columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ") as changed (" + names("") + ")"));
    }

    private int run(JdbcTemplate db, List<T> rows, String sql) {
        return rows.isEmpty() ? 0 : db.update(connection -> filled(connection, rows, sql));
    }

    private PreparedStatement filled(Connection connection, List<T> rows, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.value().apply(rows.get(row));
            }
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        return statement;
    }
}
