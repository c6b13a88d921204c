package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.OpenSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Asks controllers for the sessions of sweeps: a controller's turn comes once a second, to one node, for no more than its rate. What a node had
 * taken when it died is taken by another after the lease; asking twice for the same harms nobody, for an end that was reached and terms that are in
 * force stay as they are.
 */
@Component
class SweepRunner implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SweepRunner.class);

    /** Turns at once, each with a few statements a session. */
    private static final int AT_ONCE = 4;

    private static final int TURNS = 500;

    /** Requests on their way; a client has 16,384 identifiers. */
    private static final int ON_THE_WAY = 4096;

    private final SweepTable table;
    private final OpenSessions open;
    private final Changes changes;
    private final Disconnects disconnects;
    private final DynamicSettings settings;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Semaphore onTheWay = new Semaphore(ON_THE_WAY);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SweepRunner(
            SweepTable table,
            OpenSessions open,
            Changes changes,
            Disconnects disconnects,
            DynamicSettings settings,
            Clock clock) {
        this.table = table;
        this.open = open;
        this.changes = changes;
        this.disconnects = disconnects;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void look() {
        List<Long> turns = table.turns(clock.instant(), TURNS);
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            turns.forEach(controller -> together.execute(() -> turn(controller)));
        }
        table.finish(clock.instant());
    }

    private void turn(long controller) {
        room.acquireUninterruptibly();
        try {
            ask(controller);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("a turn of sweeps at ac:{} was cut short: {}", controller, away.toString());
        } finally {
            room.release();
        }
    }

    private void ask(long controller) {
        List<SweepTable.Due> due = table.take(controller, settings.perSecond(), clock.instant(), settings.lease());
        Map<UUID, OpenSession> sessions = open
                .byIds(due.stream().map(SweepTable.Due::session).toList())
                .stream()
                .collect(Collectors.toMap(OpenSession::id, Function.identity()));
        for (SweepTable.Due one : due) {
            Optional.ofNullable(sessions.get(one.session()))
                    .ifPresentOrElse(session -> askOrPassOver(one, session), () -> table.settled(one, Sweep.Fate.OVER));
        }
    }

    /** One that cannot be asked for, now or later, does not hold up the others. */
    private void askOrPassOver(SweepTable.Due due, OpenSession session) {
        try {
            ask(due, session);
        } catch (IllegalArgumentException | DataIntegrityViolationException unfit) {
            LOG.warn("session {} of a sweep cannot be asked for: {}", due.session(), unfit.toString());
            table.settled(due, Sweep.Fate.NO_ANSWER);
        }
    }

    private void ask(SweepTable.Due due, OpenSession session) {
        onTheWay.acquireUninterruptibly();
        boolean sent = false;
        try {
            Optional<Asked> asked = switch (due.kind()) {
                case CHANGE -> changes.ask(session, due.actor());
                case END -> Optional.of(disconnects.ask(session, due.actor()));
            };
            asked.ifPresentOrElse(
                    request -> table.asked(due, request.request()), () -> table.settled(due, Sweep.Fate.NO_ANSWER));
            sent = asked.isPresent();
            asked.ifPresent(request -> {
                var _ = request.answered().whenCompleteAsync((done, failed) -> answered(due, request), threads);
            });
        } finally {
            if (!sent) {
                onTheWay.release();
            }
        }
    }

    private void answered(SweepTable.Due due, Asked request) {
        onTheWay.release();
        settled(due, request.request());
    }

    private void settled(SweepTable.Due due, UUID request) {
        try {
            table.settled(due, request);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("session {} of a sweep will be asked for again: {}", due.session(), away.toString());
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
