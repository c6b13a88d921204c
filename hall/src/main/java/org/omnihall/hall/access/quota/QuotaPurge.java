package org.omnihall.hall.access.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets days after two months and months after thirteen. May run on every node. */
@Component
class QuotaPurge {

    private static final Duration DAYS_KEPT = Duration.ofDays(62);
    private static final Duration MONTHS_KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 5000;

    private final JdbcClient db;
    private final Clock clock;

    QuotaPurge(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void purge() {
        purge(clock.instant());
    }

    /** In short transactions. */
    void purge(Instant now) {
        while (forget(Period.Kind.DAY, now.minus(DAYS_KEPT)) == AT_ONCE) {}
        while (forget(Period.Kind.MONTH, now.minus(MONTHS_KEPT)) == AT_ONCE) {}
    }

    private int forget(Period.Kind kind, Instant endedBefore) {
        return db.sql("""
                        delete from access.quota_use where ctid = any(array(
                            select ctid from access.quota_use where ends_at < ? and period = ? limit ?))""").params(Times.at(endedBefore), kind.name(), AT_ONCE).update();
    }
}
