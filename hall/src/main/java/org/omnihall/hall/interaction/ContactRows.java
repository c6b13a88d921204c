package org.omnihall.hall.interaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;

/** Rows of interaction.contact, read. */
final class ContactRows {

    private ContactRows() {}

    static LoggedContact row(ResultSet row, int number) throws SQLException {
        return new LoggedContact(row.getLong("id"), contact(row), Times.in(row, "written_at"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                new Contact.Source(row.getString("source"), row.getString("source_id")),
                row.getObject("journey", UUID.class),
                new ChannelId(row.getLong("channel_id")),
                new Contact.Whom(
                        Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                        Optional.ofNullable(row.getObject("company_id", Long.class)),
                        Optional.ofNullable(row.getString("user_name"))),
                Direction.valueOf(row.getString("direction")),
                ContactKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("business")),
                row.getString("outcome"),
                ContactJson.detail(row.getString("detail")),
                new Contact.Where(
                        row.getString("area_path"), Optional.ofNullable(row.getObject("venue_id", Long.class))),
                Times.in(row, "at"));
    }
}
