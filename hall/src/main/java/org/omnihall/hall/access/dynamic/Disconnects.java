package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.hall.access.limit.Release;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.access.session.SessionPlace;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Ends sessions: by RADIUS Disconnect (RFC 5176), or by the Portal protocol's logout; and keeps what became of each request (rule 17). */
@Component
public class Disconnects implements DisposableBean, Release {

    private static final Logger LOG = LoggerFactory.getLogger(Disconnects.class);

    /** Session Context Not Found (RFC 5176 section 3.5): it is over there, and its Stop is on its way or lost. */
    private static final int NO_SUCH_SESSION = 503;

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final OpenSessions open;
    private final Figures figures;
    private final DynamicClient client;
    private final Optional<PortalLogout> portal;
    private final AuditTrail audit;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Disconnects(
            JdbcClient db,
            AccessControllers controllers,
            OpenSessions open,
            Figures figures,
            DynamicClient client,
            ObjectProvider<PortalLogout> portal,
            AuditTrail audit,
            Clock clock) {
        this.db = db;
        this.controllers = controllers;
        this.open = open;
        this.figures = figures;
        this.client = client;
        this.portal = Optional.ofNullable(portal.getIfAvailable());
        this.audit = audit;
        this.clock = clock;
    }

    /** By which protocol. */
    public enum Way {
        RADIUS,
        PORTAL
    }

    /**
     * Asks the session's controller to end it, by RADIUS. The future completes, never exceptionally, with what the controller answered;
     * whether the session really ended is shown by its Stop and kept in access.disconnect_request.
     *
     * @param actor a login, {@code shell:USER} or {@code system}
     */
    public CompletableFuture<EndResult> end(OpenSession session, String actor) {
        return end(session, actor, Way.RADIUS);
    }

    /** The same by the given protocol. */
    public CompletableFuture<EndResult> end(OpenSession session, String actor, Way way) {
        audit.record(actor, "session.end", "session:" + session.id(), "by " + way);
        UUID request = UUID.randomUUID();
        return begin(request, session, actor, way);
    }

    /** The same by RADIUS for one of many, whose end is audited as a whole. */
    Asked ask(OpenSession session, String actor) {
        UUID request = UUID.randomUUID();
        return new Asked(Asked.Kind.END, request, begin(request, session, actor, Way.RADIUS));
    }

    private CompletableFuture<EndResult> begin(UUID request, OpenSession session, String actor, Way way) {
        write(request, session, actor, way);
        CompletableFuture<EndResult> answer = switch (way) {
            case RADIUS -> byRadius(request, session);
            case PORTAL -> byPortal(request, session);
        };
        return answer.thenApplyAsync(this::answered, threads);
    }

    /** Makes room for another device of the same owner. */
    @Override
    public void release(UUID session) {
        open.byId(session).ifPresent(found -> {
            var _ = end(found, "system");
        });
    }

    /** The same for several, without waiting: it writes, and asks controllers. */
    public void release(Collection<UUID> sessions) {
        if (!sessions.isEmpty()) {
            threads.execute(() -> sessions.forEach(this::release));
        }
    }

    private CompletableFuture<EndResult> byPortal(UUID request, OpenSession session) {
        return portal.map(p -> p.logout(session))
                .orElseGet(() -> CompletableFuture.completedFuture(PortalLogout.Answer.NO_ANSWER))
                .thenApply(answer -> new EndResult(
                        request,
                        switch (answer) {
                            case DONE -> EndResult.State.ACKNOWLEDGED;
                            case REFUSED -> EndResult.State.REFUSED;
                            case NO_ANSWER -> EndResult.State.NO_ANSWER;
                        },
                        OptionalInt.empty()));
    }

    private CompletableFuture<EndResult> byRadius(UUID request, OpenSession session) {
        Optional<AccessController> controller = controllers.byId(session.controllerId());
        return controller
                .flatMap(ac -> DynamicPackets.end(session, ac, clock.instant()).map(packet -> client.ask(packet, ac)))
                .orElseGet(() -> CompletableFuture.completedFuture(new DynamicAnswer.Silence()))
                .thenApply(answer -> switch (answer) {
                    case DynamicAnswer.Acknowledged _ ->
                        new EndResult(request, EndResult.State.ACKNOWLEDGED, OptionalInt.empty());
                    case DynamicAnswer.Refused(OptionalInt cause) ->
                        new EndResult(request, EndResult.State.REFUSED, cause);
                    case DynamicAnswer.Silence _ ->
                        new EndResult(request, EndResult.State.NO_ANSWER, OptionalInt.empty());
                });
    }

    private void write(UUID request, OpenSession session, String actor, Way way) {
        Instant now = clock.instant();
        SessionPlace place = session.place();
        Duration deadline =
                figures.at(place.areaPath(), place.venueId(), place.apId()).disconnectDeadline();
        db.sql(
                        "insert into access.disconnect_request (id, session_id, controller_id, actor, way, state, asked_at, deadline_at)"
                                + " values (?, ?, ?, ?, ?, 'SENT', ?, ?)")
                .param(request)
                .param(session.id())
                .param(session.controllerId())
                .param(actor)
                .param(way.name())
                .param(Times.at(now))
                .param(Times.at(now.plus(deadline)))
                .update();
    }

    private EndResult answered(EndResult result) {
        try {
            return kept(result);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the answer to {} could not be written: {}", result, away.toString());
            return result;
        }
    }

    /** The Stop may have come before the acknowledgement; it is the greater truth. A session that stays online counts again. */
    private EndResult kept(EndResult result) {
        if (stays(result)) {
            open.stays(result.request());
        }
        int changed = db.sql("update access.disconnect_request set answered_at = ?, error_cause = ?::integer,"
                        + " state = ? where id = ? and state <> 'ENDED'")
                .param(Times.at(clock.instant()))
                .param(result.errorCause().isPresent() ? result.errorCause().getAsInt() : null)
                .param(result.state().name())
                .param(result.request())
                .update();
        return changed > 0 ? result : new EndResult(result.request(), EndResult.State.ENDED, result.errorCause());
    }

    private static boolean stays(EndResult result) {
        return switch (result.state()) {
            case REFUSED -> !result.errorCause().equals(OptionalInt.of(NO_SUCH_SESSION));
            case SENT, NO_ANSWER -> true;
            case ACKNOWLEDGED, ENDED -> false;
        };
    }

    /** How a request stands now. */
    public Optional<EndResult> state(UUID request) {
        return db.sql("select state, error_cause from access.disconnect_request where id = ?")
                .param(request)
                .query((row, n) ->
                        new EndResult(request, EndResult.State.valueOf(row.getString("state")), ErrorCause.in(row)))
                .optional();
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
