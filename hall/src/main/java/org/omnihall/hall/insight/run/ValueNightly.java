package org.omnihall.hall.insight.run;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.omnihall.hall.insight.InsightSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Computes everybody's value every night, begun by one node, and gives up in the meantime what is silent. */
@Configuration(proxyBeanMethods = false)
class ValueNightly {

    static final String SILENT = "insight.silent";

    private static final Logger LOG = LoggerFactory.getLogger(ValueNightly.class);

    @Bean
    static RecurringTask<Void> valuesOfCustomers(ValueRuns runs, InsightSettings settings) {
        return Tasks.recurring("insight.values", Schedules.daily(ZoneOffset.UTC, LocalTime.of(17, 30)))
                .execute((task, context) ->
                        LOG.info("values of customers: {}", runs.begin(settings.master(), "system")));
    }

    /** A node that died tells nobody of the computation it began; without this it would seem to run until the next night. */
    @Bean
    static RecurringTask<Void> silentRuns(ValueRuns runs) {
        return Tasks.recurring(SILENT, Schedules.fixedDelay(Runs.SILENCE.dividedBy(2)))
                .execute((task, context) -> runs.giveUp());
    }
}
