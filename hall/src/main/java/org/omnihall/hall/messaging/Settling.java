package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others what became of messages. */
@Component
class Settling {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Settling(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** To be called within the transaction that gave the message its state. */
    void told(UUID message, Instant at) {
        db.sql("select purpose, journey, state from messaging.message where id = ?")
                .param(message)
                .query((row, number) -> new MessageSettled(
                        new MessageId(message),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("journey", UUID.class),
                        MessageState.valueOf(row.getString("state")),
                        at))
                .optional()
                .filter(settled -> settled.state().isFinal())
                .ifPresent(events::publishEvent);
    }

    /** The same of a notice's message that a gateway took; nothing where it is none. */
    void taken(UUID message, int parts, Instant at) {
        db.sql("""
                        select n.line_id from messaging.message m join messaging.company_notice n on n.id = m.journey
                        where m.id = ? and m.template = ?""")
                .params(message, SmsNotices.TEMPLATE)
                .query(Long.class)
                .optional()
                .ifPresent(line -> events.publishEvent(new NoticeTaken(new MessageId(message), line, parts, at)));
    }
}
