package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/** How the columns of the session tables are read; a database null becomes an empty optional. */
final class Columns {

    private Columns() {}

    static Optional<UUID> uuid(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    static Optional<MacAddress> mac(ResultSet row, String column) throws SQLException {
        OptionalLong bits = number(row, column);
        return bits.isPresent() ? Optional.of(new MacAddress(bits.getAsLong())) : Optional.empty();
    }

    static Optional<InetAddress> address(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Columns::address);
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.contains("/") ? text.substring(0, text.indexOf('/')) : text);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("the database holds no such address", impossible);
        }
    }

    static SessionPlace place(ResultSet row) throws SQLException {
        return new SessionPlace(
                row.getString("area_path"),
                number(row, "venue_id"),
                number(row, "ap_id"),
                Optional.ofNullable(row.getString("ssid")),
                row.getString("ssid_group"));
    }
}
