package org.omnihall.hall.ordering.bill;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.omnihall.hall.node.Apart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The round of bills: takes new accounts in, bills every period that is over, persons before companies, and keeps the running ones up to
 * date once a day. What goes wrong with one account is told, holds up no other, and is done the next time.
 */
@Component
class BillRound {

    private static final Logger LOG = LoggerFactory.getLogger(BillRound.class);
    private static final int BATCH = 200;

    private final BillCycles cycles;
    private final BillMaker maker;
    private final OperatorDays days;

    BillRound(BillCycles cycles, BillMaker maker, OperatorDays days) {
        this.cycles = cycles;
        this.maker = maker;
        this.days = days;
    }

    /** Every hour, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Hourly {

        @Bean
        static RecurringTask<Void> roundOfBills(BillRound round) {
            return Tasks.recurring("ordering.bills", Schedules.fixedDelay(Duration.ofHours(1)))
                    .execute((task, context) -> round.round(round.days.today()));
        }
    }

    /** Does what is due on a day; gives how many periods were closed. */
    int round(LocalDate today) {
        all(
                after -> cycles.strangers(after, BATCH),
                account -> cycles.enrol(account).isPresent());
        int closed = 0;
        for (boolean companies : List.of(false, true)) {
            closed += all(after -> cycles.due(today, companies, after, BATCH), account -> closes(account, today));
        }
        all(after -> cycles.stale(today, after, BATCH), account -> {
            maker.refresh(account, today);
            return true;
        });
        LOG.info("{} accounts were billed on {}", closed, today);
        return closed;
    }

    /** All periods that are over, the older first. */
    private boolean closes(long account, LocalDate today) {
        boolean any = false;
        while (maker.close(account, today)) {
            any = true;
        }
        return any;
    }

    private static int all(LongFunction<List<Long>> batch, LongPredicate work) {
        int done = 0;
        List<Long> accounts = batch.apply(0);
        while (!accounts.isEmpty()) {
            for (long account : accounts) {
                done += isDone(account, work) ? 1 : 0;
            }
            accounts = batch.apply(accounts.getLast());
        }
        return done;
    }

    private static boolean isDone(long account, LongPredicate work) {
        return Apart.from(() -> work.test(account), cause -> LOG.warn("account {} cannot be billed", account, cause))
                .orElse(false);
    }
}
