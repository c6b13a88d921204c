package org.omnihall.hall.interaction;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The monthly partitions of the contact log: made before they are needed, dropped whole when their time is over. A month that began in
 * {@code contact_rest} stays there.
 */
@Component
public class ContactMonths implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ContactMonths.class);
    private static final int AHEAD = 3;
    private static final String REST = "contact_rest";

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final InteractionSettings settings;
    private final Clock clock;
    private volatile boolean running;

    ContactMonths(JdbcClient db, TransactionOperations transaction, InteractionSettings settings, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every night, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        static RecurringTask<Void> monthsOfContacts(ContactMonths months) {
            return Tasks.recurring("interaction.months", Schedules.daily(ZoneOffset.UTC, LocalTime.of(18, 40)))
                    .execute((task, context) -> months.turn());
        }
    }

    /** Before anything listens: a node that was off for months makes its partitions before the first contact comes. */
    @Override
    public void start() {
        ahead();
        guardAll();
        running = true;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void turn() {
        ahead();
        List<String> gone = dropOld();
        LOG.info("months of contacts: dropped {}", gone);
    }

    private void ahead() {
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (int i = 0; i <= AHEAD; i++) {
            prepare(month.plusMonths(i));
        }
    }

    /** Whether a contact of that moment is kept: its month did not end before the retention began. */
    public boolean keeps(Instant at) {
        return !YearMonth.from(at.atOffset(ZoneOffset.UTC)).isBefore(oldest());
    }

    /** Makes a month's partition where there is none; who loads contacts of the past calls it first. */
    public void prepare(YearMonth month) {
        if (!exists(name(month))) {
            transaction.executeWithoutResult(status -> create(month));
        }
    }

    private void create(YearMonth month) {
        String name = name(month);
        alone();
        if (exists(name) || hasRows(month)) {
            return;
        }
        db.sql("create table interaction.%s partition of interaction.contact for values from ('%s') to ('%s')"
                        .formatted(name, utc(month), utc(month.plusMonths(1))))
                .update();
        guard(name);
    }

    /** Drops the partitions that ended before the retention began, and tells their names. */
    List<String> dropOld() {
        return Objects.requireNonNull(transaction.execute(status -> drop(limit())));
    }

    /** When the retention began. */
    private Instant limit() {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(settings.retention())
                .toInstant();
    }

    private YearMonth oldest() {
        return YearMonth.from(limit().atOffset(ZoneOffset.UTC));
    }

    private List<String> drop(Instant limit) {
        String oldest = name(oldest());
        alone();
        List<String> old =
                months().stream().filter(name -> name.compareTo(oldest) < 0).toList();
        old.forEach(name -> db.sql("drop table interaction." + name).update());
        if (restIsOver(limit)) {
            renewRest();
        }
        return old;
    }

    /** One node at a time: the lock goes with the transaction. */
    private void alone() {
        db.sql("lock table interaction.contact in share update exclusive mode").update();
    }

    private void renewRest() {
        db.sql("drop table interaction.contact_rest").update();
        db.sql("create table interaction.contact_rest partition of interaction.contact default")
                .update();
        guard(REST);
    }

    /** A restored backup brings its months, and not what keeps each of them. */
    private void guardAll() {
        transaction.executeWithoutResult(status -> {
            alone();
            Stream.concat(months().stream(), Stream.of(REST))
                    .filter(name -> !exists(name + "_once"))
                    .forEach(this::guard);
        });
    }

    private void guard(String name) {
        db.sql("create unique index %s_once on interaction.%s (source, source_id)".formatted(name, name))
                .update();
        db.sql(
                        "create trigger %s_no_truncate before truncate on interaction.%s for each statement execute function interaction.refuse_change()"
                                .formatted(name, name))
                .update();
    }

    private List<String> months() {
        return db.sql("""
                select tablename from pg_tables where schemaname = 'interaction' and tablename ~ '^contact_\\d{4}_\\d\\d$'
                order by tablename""").query((row, number) -> row.getString(1)).list();
    }

    private boolean exists(String name) {
        return db.sql("select to_regclass('interaction.' || ?) is not null")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private boolean hasRows(YearMonth month) {
        return db.sql(
                        "select exists (select 1 from interaction.contact_rest where at >= ?::timestamptz and at < ?::timestamptz)")
                .params(utc(month), utc(month.plusMonths(1)))
                .query(Boolean.class)
                .single();
    }

    private boolean restIsOver(Instant limit) {
        return db.sql("select count(*) > 0 and max(at) < ? from interaction.contact_rest")
                .param(Times.at(limit))
                .query(Boolean.class)
                .single();
    }

    private static String name(YearMonth month) {
        return "contact_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String utc(YearMonth month) {
        return month.atDay(1) + " 00:00:00+00";
    }
}
