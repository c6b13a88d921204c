package org.omnihall.hall.interaction;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everybody's channel shares, the group that a customer's own preference shrinks to (requirement B18). Days are summed once and kept, so an
 * hour's run reads the contacts of two days only. Summing a day again gives the same rows.
 */
@Component
public class GroupShares {

    private static final int DAYS_BACK = 1;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String ALL = "all";

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final InteractionSettings settings;
    private final Clock clock;
    private final LoadingCache<String, Map<ChannelId, Double>> kept;

    GroupShares(JdbcClient db, TransactionOperations transaction, InteractionSettings settings, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.kept = Caffeine.newBuilder().expireAfterWrite(FRESH).build(all -> read());
    }

    /** Every hour, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {

        @Bean
        static RecurringTask<Void> sharesOfChannels(GroupShares shares) {
            return Tasks.recurring("interaction.shares", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((task, context) -> shares.sum(DAYS_BACK));
        }
    }

    /** Sums today and so many days before it; who has loaded contacts of the past sums them once. */
    public void sum(int daysBack) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            for (int back = daysBack; back >= 0; back--) {
                sum(today.minusDays(back));
            }
            share(today.minusDays(settings.preferenceDays()));
        });
        kept.invalidateAll();
    }

    /** The shares of all channels; empty before the first sum. What another node summed is seen within two seconds. */
    Map<ChannelId, Double> all() {
        return Objects.requireNonNull(kept.get(ALL));
    }

    private Map<ChannelId, Double> read() {
        Map<ChannelId, Double> shares = new HashMap<>();
        db.sql("select channel_id, share from interaction.channel_share").query(row -> {
            shares.put(new ChannelId(row.getLong("channel_id")), row.getDouble("share"));
        });
        return Map.copyOf(shares);
    }

    private void sum(LocalDate day) {
        db.sql("""
                insert into interaction.channel_day (day, channel_id, journeys)
                select :day, channel_id, count(distinct journey) from interaction.contact
                where at >= :from and at < :until and direction = 'INBOUND' group by channel_id
                on conflict (day, channel_id) do update set journeys = excluded.journeys""")
                .param("day", day)
                .param("from", Times.at(day.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .param("until", Times.at(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .update();
    }

    private void share(LocalDate since) {
        db.sql("delete from interaction.channel_share").update();
        db.sql("""
                insert into interaction.channel_share (channel_id, share)
                select channel_id, sum(journeys) / sum(sum(journeys)) over () from interaction.channel_day
                where day >= ? and journeys > 0 group by channel_id""").param(since).update();
    }
}
