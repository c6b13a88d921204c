package org.omnihall.hall.messaging;

import static org.omnihall.hall.messaging.MessageState.QUEUED;
import static org.omnihall.hall.messaging.MessageState.REFUSED;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.omnihall.hall.party.AreaMoved;
import org.omnihall.octets.Octets;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of messages for those who write them and ask for them; the sender's side is {@link SenderBook}. */
@Component
class MessageBook {

    private final JdbcClient db;

    MessageBook(JdbcClient db) {
        this.db = db;
    }

    /** @param due not sent before this moment */
    void queued(MessageId id, Outgoing message, long subscriber, Octets words, Instant due, Instant now) {
        insert(id, message, subscriber, now)
                .param("state", QUEUED.name())
                .param("reason", "")
                .param("words", words.toBytes())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void refused(MessageId id, Outgoing message, long subscriber, Reason reason, Instant now) {
        insert(id, message, subscriber, now)
                .param("state", REFUSED.name())
                .param("reason", reason.name())
                .param("words", null, java.sql.Types.BINARY)
                .param("due", null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<MessageState> state(MessageId id) {
        return db.sql("select state from messaging.message where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(MessageState::valueOf);
    }

    @EventListener
    void follow(AreaMoved moved) {
        moved.follow(db, "messaging.message");
    }

    private JdbcClient.StatementSpec insert(MessageId id, Outgoing message, long subscriber, Instant now) {
        return db.sql("""
                        insert into messaging.message (id, purpose, template, language, words, subscriber, msisdn, journey,
                            area_path, created_at, valid_until, state, reason, changed_at, due_at)
                        values (:id, :purpose, :template, :language, :words, :subscriber, :msisdn, :journey,
                            :area, :now, :until, :state, :reason, :now, :due)""")
                .param("id", id.value())
                .param("purpose", message.purpose().name())
                .param("template", message.template())
                .param("language", message.locale().getLanguage())
                .param("subscriber", subscriber)
                .param("msisdn", message.to().digits())
                .param("journey", message.journey())
                .param("area", message.areaPath())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", message.validUntil().atOffset(ZoneOffset.UTC));
    }
}
