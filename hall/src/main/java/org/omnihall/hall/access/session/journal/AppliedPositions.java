package org.omnihall.hall.access.session.journal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the database has each journal, kept in the transaction that takes its records (access-rules.md rule 12). */
@Component
public class AppliedPositions {

    private final JdbcClient db;

    AppliedPositions(JdbcClient db) {
        this.db = db;
    }

    /** The last position that is in; nobody else moves it until this transaction has ended. */
    public long lock(UUID node, UUID journal) {
        db.sql("insert into access.journal_applied (node, journal, applied) values (?, ?, 0) on conflict do nothing")
                .param(node)
                .param(journal)
                .update();
        return db.sql("select applied from access.journal_applied where node = ? and journal = ? for update")
                .param(node)
                .param(journal)
                .query(Long.class)
                .single();
    }

    public void advance(UUID node, UUID journal, long position) {
        db.sql("update access.journal_applied set applied = greatest(applied, ?) where node = ? and journal = ?")
                .param(position)
                .param(node)
                .param(journal)
                .update();
    }

    /** Asks the database something, so that its absence shows. */
    public void reach() {
        db.sql("select 1").query(row -> {});
    }
}
