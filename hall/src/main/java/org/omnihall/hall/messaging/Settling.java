package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others that messages have ended. */
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
}
