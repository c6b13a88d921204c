package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.hall.access.limit.Release;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
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

    private static final Retransmission TIMES =
            new Retransmission(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6));

    private static final Logger LOG = LoggerFactory.getLogger(Disconnects.class);

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final OpenSessions open;
    private final Figures figures;
    private final Optional<PortalLogout> portal;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Boolean, RadiusClient> clients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Disconnects(
            JdbcClient db,
            AccessControllers controllers,
            OpenSessions open,
            Figures figures,
            ObjectProvider<PortalLogout> portal,
            AuditTrail audit,
            Clock clock) {
        this.db = db;
        this.controllers = controllers;
        this.open = open;
        this.figures = figures;
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
        UUID request = UUID.randomUUID();
        write(request, session, actor, way);
        audit.record(actor, "session.end", "session:" + session.id(), "by " + way);
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
        if (controller.isEmpty()) {
            return CompletableFuture.completedFuture(none(request));
        }
        AccessController ac = controller.get();
        return client(ac.address())
                .send(
                        DisconnectPacket.of(session, ac, clock.instant()),
                        new InetSocketAddress(ac.address(), ac.coaPort()),
                        SharedSecret.of(ac.radiusSecret()),
                        TIMES)
                .handle((reply, silence) -> silence == null ? result(request, reply) : none(request));
    }

    private static EndResult none(UUID request) {
        return new EndResult(request, EndResult.State.NO_ANSWER, OptionalInt.empty());
    }

    private static EndResult result(UUID request, Packet reply) {
        return reply.code() == Code.DISCONNECT_ACK
                ? new EndResult(request, EndResult.State.ACKNOWLEDGED, OptionalInt.empty())
                : new EndResult(
                        request,
                        EndResult.State.REFUSED,
                        reply.integer(AttributeTypes.ERROR_CAUSE).stream()
                                .mapToInt(cause -> (int) cause)
                                .findFirst());
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
        if (result.state() != EndResult.State.ACKNOWLEDGED) {
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

    /** How a request stands now. */
    public Optional<EndResult> state(UUID request) {
        return db.sql("select state, error_cause from access.disconnect_request where id = ?")
                .param(request)
                .query((row, n) -> {
                    int cause = row.getInt("error_cause");
                    OptionalInt known = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(cause);
                    return new EndResult(request, EndResult.State.valueOf(row.getString("state")), known);
                })
                .optional();
    }

    private RadiusClient client(InetAddress towards) {
        return clients.computeIfAbsent(
                towards.getAddress().length == 4, v4 -> new RadiusClient(DisconnectPacket.anyLocal(v4)));
    }

    @Override
    public void destroy() {
        clients.values().forEach(RadiusClient::close);
        threads.close();
    }
}
