package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the contact log of messages that went out: for what purpose and by which template, never with which words (requirement B29). */
@Component
class SentContacts {

    private static final String CHANNEL = "sms-hall";

    private final JdbcClient db;
    private final Channels channels;
    private final Contacts contacts;

    SentContacts(JdbcClient db, Channels channels, Contacts contacts) {
        this.db = db;
        this.channels = channels;
        this.contacts = contacts;
    }

    /** To be called within the transaction that notes that a gateway took the message. */
    void tell(UUID message, Instant now) {
        channels.byCode(CHANNEL)
                .flatMap(channel -> db.sql("""
                        select purpose, template, subscriber, journey, area_path from messaging.message where id = ?""")
                        .param(message)
                        .query((row, number) -> contact(row, message, channel.id(), now))
                        .optional())
                .ifPresent(contacts::write);
    }

    private static Contact contact(ResultSet row, UUID message, ChannelId channel, Instant now) throws SQLException {
        return Contact.inbound(
                        new Contact.Source("messaging", message.toString()),
                        row.getObject("journey", UUID.class),
                        channel,
                        ContactKind.MESSAGE_SENT,
                        now)
                .outbound()
                .with(Contact.Whom.subscriber(row.getLong("subscriber")))
                .ended(MessageState.SUBMITTED.name())
                .saying(Map.of("purpose", row.getString("purpose"), "template", row.getString("template")))
                .in(Contact.Where.area(row.getString("area_path")));
    }
}
