package org.omnihall.hall.access.attempt;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;

/** Rows of access.attempt, read. */
final class Rows {

    private Rows() {}

    static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getLong("controller_id"),
                new Attempt.Spot(
                        row.getString("area_path"),
                        Optional.ofNullable(row.getObject("venue_id", Long.class)),
                        row.getString("ssid"),
                        row.getString("ssid_group"),
                        mac(row, "ap_mac")),
                new Attempt.Device(mac(row, "mac"), address(row, "ip"), address(row, "peer")),
                Optional.ofNullable(row.getString("first_url")),
                Language.valueOf(row.getString("language")),
                PhoneKind.valueOf(row.getString("phone")),
                States.read(row),
                States.key(row),
                row.getObject("clicked_at") != null,
                Times.in(row, "started_at"),
                Times.in(row, "expires_at"));
    }

    private static Optional<MacAddress> mac(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).flatMap(MacAddress::parse);
    }

    private static InetAddress address(ResultSet row, String column) throws SQLException {
        return InetAddress.ofLiteral(row.getString(column));
    }
}
