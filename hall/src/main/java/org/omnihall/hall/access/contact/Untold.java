package org.omnihall.hall.access.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Direction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads access.untold, where funnel, attempts and sessions leave word for the contact log. */
@Component
class Untold {

    private final JdbcClient db;

    Untold(JdbcClient db) {
        this.db = db;
    }

    /** Whether this transaction is the one that tells; false while another node's does. */
    boolean isOurTurn() {
        return db.sql("select only_one from access.teller for update skip locked")
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Something to tell, and its place in the order in which it was left. */
    record Word(long id, Contact contact) {}

    /**
     * Takes the oldest away behind an id, at most so many. They are found by where they lie: with their ids PostgreSQL would rather look through the
     * whole table, in which there is more that is gone than what is left.
     */
    List<Word> take(ChannelId channel, long after, int most) {
        return db.sql("""
                with gone as (
                    delete from access.untold where ctid = any(array(
                        select ctid from access.untold where id > :after order by id limit :most for update))
                    returning *)
                select gone.*, coalesce(gone.subscriber_id, attempt.subscriber_id) as customer
                from gone left join access.attempt on gone.of_attempt and attempt.id = gone.journey
                order by gone.id""")
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Word(row.getLong("id"), contact(row, channel)))
                .list();
    }

    private static Contact contact(ResultSet row, ChannelId channel) throws SQLException {
        return new Contact(
                new Contact.Source(row.getString("source"), row.getString("source_id")),
                row.getObject("journey", UUID.class),
                channel,
                new Contact.Whom(
                        Optional.ofNullable(row.getObject("customer", Long.class)),
                        Optional.empty(),
                        Optional.ofNullable(row.getString("user_name"))),
                Direction.INBOUND,
                ContactKind.valueOf(row.getString("kind")),
                Optional.empty(),
                row.getString("outcome"),
                Map.of(),
                new Contact.Where(
                        row.getString("area_path"), Optional.ofNullable(row.getObject("venue_id", Long.class))),
                Times.in(row, "at"));
    }
}
