package org.omnihall.hall.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets admissions to which no event can come any more, and owners who take no place. May run on every node. */
@Component
class AdmissionPurge {

    /** A controller may keep a Start back for so long ({@link EventTime#OLDEST}), and a day more. */
    static final Duration KEPT = EventTime.OLDEST.plusDays(1);

    private static final int AT_ONCE = 5000;

    private final JdbcClient db;
    private final Clock clock;

    AdmissionPurge(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void purge() {
        purge(clock.instant());
    }

    /** In short transactions, so that nobody who wants a place waits long. */
    void purge(Instant now) {
        while (some("reservation", "made_at", now) == AT_ONCE) {}
        // nothing but nodes of version 0.1 writes the owners still
        while (some("place_owner", "touched_at", now) == AT_ONCE) {}
    }

    /** An owner's row that is touched meanwhile is looked at again under its lock and stays. */
    private int some(String table, String column, Instant now) {
        String old = column + " < ?";
        return db.sql(
                        "delete from access.%s where ctid = any(array(select ctid from access.%s where %s limit %d)) and %s"
                                .formatted(table, table, old, AT_ONCE, old))
                .param(Times.at(now.minus(KEPT)))
                .param(Times.at(now.minus(KEPT)))
                .update();
    }
}
