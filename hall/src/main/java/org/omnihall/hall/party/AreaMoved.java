package org.omnihall.hall.party;

import org.jmolecules.event.annotation.DomainEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An Area has a new path, and so has everything below it. Published inside the transaction of the move: who stores paths replaces the
 * prefix in a plain {@code @EventListener}, so that all of them change together or none.
 *
 * @param from the old path, such as {@code /zj/hz/}
 * @param to the new path
 */
@DomainEvent
public record AreaMoved(String from, String to) {

    /** Replaces the prefix in a table of the listener's own, in its column {@code area_path}. */
    public void follow(JdbcClient db, String table) {
        replace(db, table, "");
    }

    /** The same in a table whose rows count their changes. */
    public void followCounting(JdbcClient db, String table, String version) {
        replace(db, table, ", %s = %s + 1".formatted(version, version));
    }

    private void replace(JdbcClient db, String table, String more) {
        db.sql("update " + table + " set area_path = :to || substr(area_path, length(:from) + 1)" + more
                        + " where starts_with(area_path, :from)")
                .param("from", from)
                .param("to", to)
                .update();
    }
}
