package org.omnihall.hall.interaction;

import java.time.Clock;
import java.util.List;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contacts of the past on their way into the log, kept aside in a table of the running transaction until their months are made: a partition
 * cannot be made once the transaction that is to fill it has touched the log. Nobody is told of them.
 */
@Component
public class ContactStage {

    private final JdbcClient db;
    private final Clock clock;

    ContactStage(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** To be called first, within the transaction; what it stages is gone with it. */
    public void open() {
        db.sql("create temp table staged_contact (batch jsonb not null) on commit drop")
                .update();
    }

    public void add(List<Contact> contacts) {
        db.sql("insert into staged_contact values (?::jsonb)")
                .param(ContactJson.of(contacts))
                .update();
    }

    /** Writes all that was staged; what the log knows already stays as it is. */
    public int fill() {
        return db.sql(Contacts.insertFrom("staged_contact", "null"))
                .param("now", Times.at(clock.instant()))
                .update();
    }
}
