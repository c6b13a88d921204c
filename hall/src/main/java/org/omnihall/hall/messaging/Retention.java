package org.omnihall.hall.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes messages away, with all that happened to them, when they are older than the settings' retention; some thousand at a time. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 5_000;

    private final JdbcClient db;
    private final MessagingSettings settings;
    private final Clock clock;

    Retention(JdbcClient db, MessagingSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every night, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        static RecurringTask<Void> purgeOfMessages(Retention retention) {
            return Tasks.recurring("messaging.purge", Schedules.daily(ZoneOffset.UTC, LocalTime.of(19, 10)))
                    .execute((task, context) -> retention.purge());
        }
    }

    /** How many messages went. */
    int purge() {
        Instant now = clock.instant();
        OffsetDateTime limit = Times.at(now).minus(settings.retention());
        int gone = 0;
        int batch;
        do {
            batch = messages(limit);
            gone += batch;
        } while (batch == BATCH);
        while (receipts(limit) == BATCH) {
            LOG.debug("more receipts are to go");
        }
        LOG.info("{} messages older than {} were purged", gone, limit);
        return gone;
    }

    private int messages(OffsetDateTime limit) {
        return db.sql("""
                        with gone as (
                            delete from messaging.message where id in (
                                select id from messaging.message where created_at < :limit order by created_at limit :batch)
                            returning id),
                        attempts as (delete from messaging.attempt using gone where message = gone.id),
                        parts as (delete from messaging.part using gone where message = gone.id)
                        select count(*) from gone""")
                .param("limit", limit)
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }

    private int receipts(OffsetDateTime limit) {
        return db.sql("""
                        delete from messaging.receipt where id in (
                            select id from messaging.receipt where at < :limit order by at limit :batch)""").param("limit", limit).param("batch", BATCH).update();
    }
}
