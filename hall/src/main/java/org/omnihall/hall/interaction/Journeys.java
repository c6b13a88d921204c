package org.omnihall.hall.interaction;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers set out to do, step by step over all channels (requirement B29). */
@Component
public class Journeys {

    private static final int MOST = 500;

    private final JdbcClient db;

    Journeys(JdbcClient db) {
        this.db = db;
    }

    /** The contacts of one journey, the oldest first; the first five hundred. */
    public List<LoggedContact> of(UUID journey) {
        return db.sql("select * from interaction.contact where journey = ? order by at, id limit ?")
                .params(journey, MOST)
                .query(ContactRows::row)
                .list();
    }
}
