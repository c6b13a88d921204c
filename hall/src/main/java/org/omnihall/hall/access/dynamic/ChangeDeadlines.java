package org.omnihall.hall.access.dynamic;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees which acknowledged changes the next update shows, and raises the alarm for those that are not shown at their deadline (access-rules.md
 * rule 17). An update counts when it came and happened after the acknowledgement, so one that was kept back shows nothing. A node that died
 * between the question and the answer leaves a request that nobody will answer.
 */
@Component
class ChangeDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDeadlines.class);
    private static final String LOCK = "access.change_request";
    private static final int AT_ONCE = 1000;
    private static final int ANOTHER_LOOKS = -1;

    private final JdbcClient db;
    private final NamedLocks locks;
    private final TransactionOperations transactions;
    private final AccessControllers controllers;
    private final MeterRegistry meters;
    private final Clock clock;

    ChangeDeadlines(
            JdbcClient db,
            NamedLocks locks,
            TransactionOperations transactions,
            AccessControllers controllers,
            MeterRegistry meters,
            Clock clock) {
        this.db = db;
        this.locks = locks;
        this.transactions = transactions;
        this.controllers = controllers;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void look() {
        var _ = look(clock.instant());
    }

    /** One node at a time, in short transactions; each request is alarmed once. False where another node looks. */
    boolean look(Instant now) {
        return inPortions(() -> shown(now))
                && inPortions(this::over)
                && inPortions(() -> unanswered(now))
                && inPortions(() -> alarm(now));
    }

    private boolean inPortions(IntSupplier portion) {
        int seen = AT_ONCE;
        while (seen == AT_ONCE) {
            seen = Objects.requireNonNull(
                    transactions.execute(status -> locks.attempt(LOCK) ? portion.getAsInt() : ANOTHER_LOOKS));
        }
        return seen != ANOTHER_LOOKS;
    }

    private int shown(Instant now) {
        return db.sql("""
                        update access.change_request r set state = 'SHOWN', shown_at = :now from (
                            select c.id from access.change_request c join access.open_session o on o.id = c.session_id
                            where c.state = 'ACKNOWLEDGED' and o.heard_at > c.answered_at and o.last_heard > c.answered_at
                            order by c.id limit :most for update of c) due
                        where r.id = due.id""").param("now", Times.at(now)).param("most", AT_ONCE).update();
    }

    private int over() {
        return db.sql("""
                        update access.change_request r set state = 'OVER' from (
                            select c.id from access.change_request c where c.state in ('SENT', 'ACKNOWLEDGED')
                                and not exists (select from access.open_session o where o.id = c.session_id)
                            order by c.id limit :most for update) due
                        where r.id = due.id""").param("most", AT_ONCE).update();
    }

    private int unanswered(Instant now) {
        return db.sql("""
                        update access.change_request r set state = 'NO_ANSWER' from (
                            select id from access.change_request where state = 'SENT' and deadline_at <= :now
                            order by id limit :most for update) due
                        where r.id = due.id""").param("now", Times.at(now)).param("most", AT_ONCE).update();
    }

    private int alarm(Instant now) {
        List<Long> late = db.sql("""
                        update access.change_request r set alarmed_at = :now from (
                            select id from access.change_request where state not in ('SHOWN', 'OVER')
                                and alarmed_at is null and deadline_at <= :now
                            order by id limit :most for update) due
                        where r.id = due.id returning r.controller_id""")
                .param("now", Times.at(now))
                .param("most", AT_ONCE)
                .query((row, number) -> row.getLong(1))
                .list();
        late.stream()
                .collect(Collectors.groupingBy(controller -> controller, Collectors.counting()))
                .forEach(this::alarm);
        return late.size();
    }

    private void alarm(long controllerId, long number) {
        String controller =
                controllers.byId(controllerId).map(AccessController::name).orElse("unknown");
        meters.counter("omnihall.change.overdue", "nas", controller).increment((double) number);
        LOG.warn("not shown after their deadline: {} changes of sessions at {}", number, controller);
    }
}
