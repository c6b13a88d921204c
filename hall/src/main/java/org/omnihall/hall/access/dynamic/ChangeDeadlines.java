package org.omnihall.hall.access.dynamic;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees which acknowledged changes the next update shows, and raises the alarm for those that are not shown at their deadline (access-rules.md
 * rule 17). An update counts when it came and happened after the acknowledgement, so one that was kept back shows nothing. A node that died
 * between the question and the answer leaves a request that nobody will answer.
 */
@Component
class ChangeDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDeadlines.class);

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final MeterRegistry meters;
    private final Clock clock;

    ChangeDeadlines(JdbcClient db, AccessControllers controllers, MeterRegistry meters, Clock clock) {
        this.db = db;
        this.controllers = controllers;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void look() {
        look(clock.instant());
    }

    /** On every node; each request is alarmed once. */
    void look(Instant now) {
        shown(now);
        over();
        db.sql("update access.change_request set state = 'NO_ANSWER' where state = 'SENT' and deadline_at <= ?")
                .param(Times.at(now))
                .update();
        alarm(now);
    }

    private void shown(Instant now) {
        db.sql("update access.change_request r set state = 'SHOWN', shown_at = ? from access.open_session o"
                        + " where o.id = r.session_id and r.state = 'ACKNOWLEDGED'"
                        + " and o.heard_at > r.answered_at and o.last_heard > r.answered_at")
                .param(Times.at(now))
                .update();
    }

    private void over() {
        db.sql("update access.change_request r set state = 'OVER' where r.state in ('SENT', 'ACKNOWLEDGED')"
                        + " and not exists (select 1 from access.open_session o where o.id = r.session_id)")
                .update();
    }

    private void alarm(Instant now) {
        Map<Long, Long> late = db
                .sql("update access.change_request set alarmed_at = :now where state not in ('SHOWN', 'OVER')"
                        + " and alarmed_at is null and deadline_at <= :now returning controller_id")
                .param("now", Times.at(now))
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(controller -> controller, Collectors.counting()));
        late.forEach((id, number) -> {
            String controller = controllers.byId(id).map(AccessController::name).orElse("unknown");
            meters.counter("omnihall.change.overdue", "nas", controller).increment(number);
            LOG.warn("not shown after their deadline: {} changes of sessions at {}", number, controller);
        });
    }
}
