package org.omnihall.hall.access.dynamic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** The column {@code error_cause} of the requests' tables: what a NAK said (RFC 5176 section 3.5). */
final class ErrorCause {

    private ErrorCause() {}

    static OptionalInt in(ResultSet row) throws SQLException {
        int cause = row.getInt("error_cause");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(cause);
    }
}
