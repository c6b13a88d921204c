package org.omnihall.hall.openapi;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.openapi.hub.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away what the interfaces need not remember any longer, some thousand rows at a time. */
@Component
class Purge {

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
    private static final int BATCH = 5_000;

    private final JdbcClient db;
    private final Outbox outbox;
    private final OpenApiSettings settings;
    private final Clock clock;

    Purge(JdbcClient db, Outbox outbox, OpenApiSettings settings, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every night, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        static RecurringTask<Void> purgeOfInterfaces(Purge purge) {
            return Tasks.recurring("openapi.purge", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 20)))
                    .execute((task, context) -> purge.run());
        }
    }

    void run() {
        Instant now = clock.instant();
        long keys = 0;
        int batch;
        do {
            batch = keys(now.minus(IdempotencyKeys.MEMORY));
            keys += batch;
        } while (batch == BATCH);
        long deliveries = 0;
        do {
            batch = outbox.purge(now.minus(settings.keep()), BATCH);
            deliveries += batch;
        } while (batch == BATCH);
        LOG.info("{} idempotency keys and {} settled deliveries were purged", keys, deliveries);
    }

    private int keys(Instant limit) {
        return db.sql("""
                        delete from openapi.idempotency_key where (client, key) in (
                            select client, key from openapi.idempotency_key where at < ? order by at limit ?)""").params(Times.at(limit), BATCH).update();
    }
}
