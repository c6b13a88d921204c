package org.omnihall.hall.database;

import java.lang.reflect.Array;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private static final String PASS_OVER = "on conflict do nothing";
    private static final String UNIQUE_VIOLATION = "23505";

    /** For fewer rows a savepoint costs more than it saves. */
    private static final int MANY = 20;

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();

    public RowArrays(String table) {
        this.table = table;
    }

    /** How a column's values come over: as what the driver writes in binary, and how SQL makes of it what the table holds. */
    private enum Wire {
        ID("text", "%s::uuid", String.class),
        NUMBER("int8", "%s", Long.class),
        FLAG("bool", "%s", Boolean.class),
        TEXT("text", "%s", String.class),
        JSON("text", "%s::jsonb", String.class),
        /** Microseconds since 1970, which floating point holds until the year 2255. */
        MOMENT("int8", "to_timestamp(%s::float8 / 1000000)", Long.class),
        DAY("text", "%s::date", String.class),
        ADDRESS("text", "%s::inet", String.class);

        private final String type;
        private final String taken;
        private final Class<?> element;

        Wire(String type, String taken, Class<?> element) {
            this.type = type;
            this.taken = taken;
            this.element = element;
        }

        @Nullable
        Object[] array(int length) {
            return (@Nullable Object[]) Array.newInstance(element, length);
        }
    }

    private record Column<T>(String name, Wire wire, Function<T, @Nullable Object> value) {

        /** Its value in the rows that came over. */
        String taken() {
            return wire.taken.formatted("sent." + name);
        }

        @Nullable
        Object[] values(List<T> rows) {
            @Nullable Object[] values = wire.array(rows.size());
            for (int row = 0; row < values.length; row++) {
                values[row] = value.apply(rows.get(row));
            }
            return values;
        }
    }

    private RowArrays<T> column(String name, Wire wire, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, wire, value));
        return this;
    }

    public RowArrays<T> id(String name, Function<T, UUID> value) {
        return column(name, Wire.ID, row -> value.apply(row).toString());
    }

    public RowArrays<T> maybeId(String name, Function<T, Optional<UUID>> value) {
        return column(name, Wire.ID, row -> value.apply(row).map(UUID::toString).orElse(null));
    }

    public RowArrays<T> number(String name, ToLongFunction<T> value) {
        return column(name, Wire.NUMBER, value::applyAsLong);
    }

    public RowArrays<T> maybeNumber(String name, Function<T, OptionalLong> value) {
        return column(name, Wire.NUMBER, row -> {
            OptionalLong number = value.apply(row);
            return number.isPresent() ? number.getAsLong() : null;
        });
    }

    public RowArrays<T> flag(String name, Predicate<T> value) {
        return column(name, Wire.FLAG, value::test);
    }

    public RowArrays<T> text(String name, Function<T, String> value) {
        return column(name, Wire.TEXT, value::apply);
    }

    public RowArrays<T> maybeText(String name, Function<T, Optional<String>> value) {
        return column(name, Wire.TEXT, row -> value.apply(row).orElse(null));
    }

    /** JSON in its text. */
    public RowArrays<T> json(String name, Function<T, String> value) {
        return column(name, Wire.JSON, value::apply);
    }

    public RowArrays<T> moment(String name, Function<T, Instant> value) {
        return column(name, Wire.MOMENT, row -> micros(value.apply(row)));
    }

    public RowArrays<T> day(String name, Function<T, LocalDate> value) {
        return column(name, Wire.DAY, row -> value.apply(row).toString());
    }

    public RowArrays<T> maybeMoment(String name, Function<T, Optional<Instant>> value) {
        return column(
                name,
                Wire.MOMENT,
                row -> value.apply(row).map(RowArrays::micros).orElse(null));
    }

    /** Rounded, as PostgreSQL and its driver round a moment. */
    private static Long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), (moment.getNano() + 500) / 1_000);
    }

    public RowArrays<T> maybeAddress(String name, Function<T, Optional<InetAddress>> value) {
        return column(
                name,
                Wire.ADDRESS,
                row -> value.apply(row).map(InetAddress::getHostAddress).orElse(null));
    }

    /** An address or network in its text, {@code 2001:db8::/64}. */
    public RowArrays<T> network(String name, Function<T, String> value) {
        return column(name, Wire.ADDRESS, value::apply);
    }

    /**
     * Adds the rows; {@code tail} is what follows in the statement, such as {@code on conflict do nothing}.
     *
     * @return how many were added
     */
    public int insert(JdbcTemplate db, List<T> rows, String tail) {
        return run(db, rows, insertion(tail));
    }

    /**
     * Adds the rows that are not there yet, where hardly one is. PostgreSQL would look for each of them in each unique index before it writes it,
     * which takes as long as the writing: so all are written, and looked for only where that fails.
     *
     * @return how many were added
     */
    public int insertMissing(JdbcTemplate db, List<T> rows) {
        return rows.size() < MANY
                ? insert(db, rows, PASS_OVER)
                : Objects.requireNonNull(db.execute((Connection connection) ->
                        connection.getAutoCommit() ? execute(connection, rows, PASS_OVER) : attempt(connection, rows)));
    }

    private int attempt(Connection connection, List<T> rows) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            int added = execute(connection, rows, "");
            connection.releaseSavepoint(before);
            return added;
        } catch (SQLException refused) {
            if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                throw refused;
            }
            connection.rollback(before);
            int added = execute(connection, rows, PASS_OVER);
            connection.releaseSavepoint(before);
            return added;
        }
    }

    private int execute(Connection connection, List<T> rows, String tail) throws SQLException {
        try (PreparedStatement statement = filled(connection, rows, insertion(tail))) {
            return statement.executeUpdate();
        }
    }

    private String insertion(String tail) {
        return "insert into " + table + " (" + names() + ") select " + taken() + " from " + arrays() + " " + tail;
    }

    /** Gives the rows of the table that have the first column's values the values of the others. */
    public void update(JdbcTemplate db, List<T> rows) {
        String key = columns.getFirst().name();
        String changes = columns.stream()
                .skip(1)
                .map(column -> column.name() + " = " + column.taken())
                .collect(Collectors.joining(", "));
        run(
                db,
                rows,
                "update " + table + " as known set " + changes + " from " + arrays() + " where known." + key + " = "
                        + columns.getFirst().taken());
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String taken() {
        return columns.stream().map(Column::taken).collect(Collectors.joining(", "));
    }

    private String arrays() {
        return columns.stream()
                .map(column -> "?::" + column.wire().type + "[]")
                .collect(Collectors.joining(", ", "unnest(", ") as sent (" + names() + ")"));
    }

    private int run(JdbcTemplate db, List<T> rows, String sql) {
        return rows.isEmpty() ? 0 : db.update(connection -> filled(connection, rows, sql));
    }

    private PreparedStatement filled(Connection connection, List<T> rows, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            statement.setArray(i + 1, connection.createArrayOf(column.wire().type, column.values(rows)));
        }
        return statement;
    }
}
