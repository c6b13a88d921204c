package org.omnihall.hall.access.roaming;

import org.omnihall.hall.database.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the newest {@link RoamingBook} of this node. A change here is seen here at its commit, on other nodes within two seconds; while the database
 * is away the last book stays.
 */
@Component
public class RoamingState {

    private final JdbcClient db;
    private final Snapshot<RoamingBook> book;

    RoamingState(RoamingTables tables, JdbcClient db) {
        this.db = db;
        this.book = new Snapshot<>(tables::version, tables::read);
    }

    public RoamingBook book() {
        return book.value();
    }

    /** To be called within a change's transaction. */
    void changed() {
        db.sql("update access.roaming_version set version = version + 1").update();
        book.changed();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        book.refresh();
    }
}
