package org.omnihall.hall.party.grid;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.omnihall.hall.party.Tiers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reviews the tiers of all companies every night, on one node: memberships begin and end by the calendar alone. */
@Configuration(proxyBeanMethods = false)
class NightlyReview {

    @Bean
    static RecurringTask<Void> reviewOfTiers(Tiers tiers) {
        return Tasks.recurring("party.tiers", Schedules.daily(ZoneOffset.UTC, LocalTime.of(18, 20)))
                .execute((task, context) -> tiers.reviewAll("system"));
    }
}
