package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets sweeps and the requests to end and to change sessions once the real-name period is over (access-rules.md rule 22). May run on every node.
 */
@Component
class DynamicPurge {

    private static final int AT_ONCE = 5000;

    private final JdbcClient db;
    private final DynamicSettings settings;
    private final Clock clock;

    DynamicPurge(JdbcClient db, DynamicSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void purge() {
        purge(clock.instant());
    }

    /** In short transactions. A sweep began before its requests: it goes first, so that none is left whose requests are gone. */
    void purge(Instant now) {
        OffsetDateTime kept = Times.at(now.minus(settings.retention()));
        while (sessions(kept) == AT_ONCE) {}
        db.sql("delete from access.sweep where begun_at < ? and state <> 'RUNNING'")
                .param(kept)
                .update();
        while (requests("change_request", kept) == AT_ONCE) {}
        while (requests("disconnect_request", kept) == AT_ONCE) {}
    }

    private int sessions(OffsetDateTime kept) {
        return db.sql("""
                        delete from access.sweep_session where ctid = any(array(
                            select s.ctid from access.sweep w join access.sweep_session s on s.sweep_id = w.id
                            where w.begun_at < ? and w.state <> 'RUNNING' limit ?))""").params(kept, AT_ONCE).update();
    }

    private int requests(String table, OffsetDateTime kept) {
        return db.sql(
                        "delete from access.%s where ctid = any(array(select ctid from access.%s where asked_at < ? limit %d)) and asked_at < ?"
                                .formatted(table, table, AT_ONCE))
                .params(kept, kept)
                .update();
    }
}
