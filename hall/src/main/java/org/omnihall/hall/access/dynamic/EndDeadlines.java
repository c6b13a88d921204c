package org.omnihall.hall.access.dynamic;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Raises the alarm for sessions that were asked to end and are still online at the deadline (access-rules.md rules 15 and 17). */
@Component
class EndDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(EndDeadlines.class);

    /** In an order, and without those that another node has in hand. */
    private static final String DUE = """
            where r.id in (select d.id from access.disconnect_request d
                where d.state <> 'ENDED' and d.alarmed_at is null and d.deadline_at <= ? and %s
                order by d.id for update of d skip locked)""";

    private static final String ANY = DUE.formatted("true");
    private static final String OVER =
            DUE.formatted("not exists (select from access.open_session o where o.id = d.session_id)");

    private final JdbcClient db;
    private final OpenSessions open;
    private final AccessControllers controllers;
    private final MeterRegistry meters;
    private final Clock clock;

    EndDeadlines(JdbcClient db, OpenSessions open, AccessControllers controllers, MeterRegistry meters, Clock clock) {
        this.db = db;
        this.open = open;
        this.controllers = controllers;
        this.meters = meters;
        this.clock = clock;
    }

    private record Late(UUID request, UUID session, long controllerId, String state) {}

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        look(clock.instant());
    }

    /** On every node; each request is alarmed once. */
    void look(Instant now) {
        over(now);
        db.sql("update access.disconnect_request r set alarmed_at = ? " + ANY
                        + " returning id, session_id, controller_id, state")
                .param(Times.at(now))
                .param(Times.at(now))
                .query((row, n) -> new Late(
                        row.getObject("id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getLong("controller_id"),
                        row.getString("state")))
                .list()
                .forEach(this::alarm);
    }

    /** A session that ended while it was being asked to. */
    private void over(Instant now) {
        db.sql("update access.disconnect_request r set state = 'ENDED', ended_at = ? " + OVER)
                .params(List.of(Times.at(now), Times.at(now)))
                .update();
    }

    private void alarm(Late late) {
        String controller = controllers
                .byId(late.controllerId())
                .map(AccessController::name)
                .orElse("unknown");
        meters.counter("omnihall.disconnect.overdue", "nas", controller).increment();
        LOG.warn("session {} at {} is still online after its deadline: {}", late.session(), controller, late.state());
        open.stays(late.request());
    }
}
