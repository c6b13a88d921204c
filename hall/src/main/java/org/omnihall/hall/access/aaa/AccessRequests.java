package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.session.Disconnects;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Answers Access-Requests. Each waits for the database on a virtual thread of its own; so many at once are let in, and one that waited too
 * long is dropped, as its controller has sent it again by then.
 */
@Component
class AccessRequests implements Handler {

    /** A controller repeats after 2 s or more (RFC 5080 section 2.2.1). */
    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(AccessRequests.class);
    private static final int AT_ONCE = 256;

    private final AccessControllers controllers;
    private final Authentication authentication;
    private final EapRequests eap;
    private final RadiusDrops drops;
    private final Disconnects disconnects;
    private final Optional<LoginOutcomes> outcomes;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    AccessRequests(
            AccessControllers controllers,
            Authentication authentication,
            EapRequests eap,
            RadiusDrops drops,
            Disconnects disconnects,
            ObjectProvider<LoginOutcomes> outcomes,
            MeterRegistry meters,
            Clock clock) {
        this.controllers = controllers;
        this.authentication = authentication;
        this.eap = eap;
        this.drops = drops;
        this.disconnects = disconnects;
        this.outcomes = Optional.ofNullable(outcomes.getIfAvailable());
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void receive(Received request, ReplyHandle reply) {
        if (!room.tryAcquire()) {
            drop(request, reply, "unknown", "OVERLOAD");
            return;
        }
        Thread.ofVirtual()
                .name("radius-access")
                .uncaughtExceptionHandler((thread, bug) -> failed(request, bug))
                .start(() -> {
                    try {
                        answer(request, reply);
                    } finally {
                        room.release();
                        reply.abandon();
                    }
                });
    }

    private void failed(Received request, Throwable bug) {
        LOG.error("an Access-Request of {} failed", request.source(), bug);
        drops.count(request.source().getAddress(), "unknown", "HANDLER_FAILED");
    }

    private void answer(Received request, ReplyHandle reply) {
        try {
            identify(request)
                    .ifPresentOrElse(
                            controller -> answer(request, reply, controller),
                            () -> drop(request, reply, "unknown", "UNKNOWN_CONTROLLER"));
        } catch (MalformedPacket malformed) {
            drop(request, reply, "unknown", malformed.fault().name());
        }
    }

    private void answer(Received request, ReplyHandle reply, AccessController controller) {
        String name = controller.name();
        try {
            if (request.packet().has(AttributeTypes.EAP_MESSAGE)) {
                eap.answer(request, reply, controller);
                return;
            }
            Asked asked = Asked.read(request.packet(), controller);
            Authentication.Outcome outcome = authentication.decide(asked);
            if (Duration.between(request.at(), clock.instant()).compareTo(DEADLINE) > 0) {
                drop(request, reply, name, "TOO_LATE");
                return;
            }
            reply.send(Replies.to(request.packet(), controller.vendor(), outcome.decision()));
            told(asked, outcome);
        } catch (MalformedPacket malformed) {
            drop(request, reply, name, malformed.fault().name());
        } catch (DataAccessException | TransactionException | CancellationException away) {
            LOG.warn("no answer to {}: {}", name, away.toString());
            drop(request, reply, name, "DATABASE_AWAY");
        }
    }

    private void told(Asked asked, Authentication.Outcome outcome) {
        try {
            afterwards(asked, outcome);
        } catch (DataAccessException | TransactionException away) {
            LOG.error(
                    "what followed the answer to {} was not written",
                    asked.controller().name(),
                    away);
        }
    }

    private Optional<AccessController> identify(Received request) {
        Packet packet = request.packet();
        return controllers.identify(
                request.source().getAddress(),
                packet.text(AttributeTypes.NAS_IDENTIFIER),
                packet.ipv4(AttributeTypes.NAS_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.NAS_IPV6_ADDRESS)));
    }

    private void drop(Received request, ReplyHandle reply, String controller, String reason) {
        drops.count(request.source().getAddress(), controller, reason);
        reply.abandon();
    }

    /** What others learn, after the controller has its answer. */
    private void afterwards(Asked asked, Authentication.Outcome outcome) {
        count(asked.controller().name(), outcome);
        if (outcome.again()) {
            return;
        }
        Instant now = clock.instant();
        switch (outcome.decision()) {
            case Decision.Admit admit -> {
                admit.release().forEach(session -> disconnects.release(session));
                tell(outcome, (listener, attempt) -> listener.accepted(attempt, asked.mac(), now));
            }
            case Decision.Refuse refuse ->
                tell(outcome, (listener, attempt) -> listener.rejected(attempt, refuse.refusal(), now));
        }
    }

    private void count(String controller, Authentication.Outcome outcome) {
        String result = switch (outcome.decision()) {
            case Decision.Admit _ -> "ADMITTED";
            case Decision.Refuse refuse -> refuse.refusal().name();
        };
        meters.counter("omnihall.radius.access", "result", result, "nas", controller)
                .increment();
    }

    private void tell(Authentication.Outcome outcome, java.util.function.BiConsumer<LoginOutcomes, UUID> what) {
        outcomes.ifPresent(listener -> outcome.attempt().ifPresent(attempt -> what.accept(listener, attempt)));
    }
}
