package org.omnihall.hall.database;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Locks by name on all nodes, until the end of the caller's transaction. They leave nothing behind: a row that is locked by being written costs ten
 * times as much and has to be cleaned away. Two names may share a lock by chance; then one waits for the other.
 */
@Component
public class NamedLocks {

    private final JdbcTemplate db;

    public NamedLocks(JdbcTemplate db) {
        this.db = db;
    }

    /** Waits for all of them, in one order for everybody, so that nobody who takes them at once locks another out. */
    public void take(Collection<String> names) {
        db.query(
                "select pg_advisory_xact_lock(key) from (select distinct hashtextextended(name, 15) as key from unnest(?::text[]) as n(name)"
                        + " order by key) as keys",
                row -> {},
                (Object) names.toArray(String[]::new));
    }

    /** Takes one without waiting; false where somebody else has it. */
    public boolean attempt(String name) {
        return Boolean.TRUE.equals(
                db.queryForObject("select pg_try_advisory_xact_lock(hashtextextended(?, 15))", Boolean.class, name));
    }
}
