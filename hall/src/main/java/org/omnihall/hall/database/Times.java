package org.omnihall.hall.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments on their way into and out of {@code timestamptz} columns, always in UTC and to the microsecond that PostgreSQL keeps. */
public final class Times {

    private Times() {}

    /** The moment as a statement's parameter. */
    public static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** The moment as a statement's parameter, or SQL's null. */
    public static @Nullable OffsetDateTime at(Optional<Instant> moment) {
        return moment.map(Times::at).orElse(null);
    }

    /** The moment in a column that is never null. */
    public static Instant in(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The moment in a column that may be null. */
    public static Optional<Instant> maybeIn(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
