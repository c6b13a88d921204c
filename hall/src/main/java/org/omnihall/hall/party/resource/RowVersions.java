package org.omnihall.hall.party.resource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a row against other changes, where it still is the one that was read. */
@Component
class RowVersions {

    private final JdbcClient db;

    RowVersions(JdbcClient db) {
        this.db = db;
    }

    /** @param table our own text, never what a client sent */
    boolean holds(String table, long id, long version) {
        return db.sql("select id from " + table + " where id = ? and version = ? for no key update")
                .params(id, version)
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
