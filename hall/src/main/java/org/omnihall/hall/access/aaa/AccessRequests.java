package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.eap.EapConversations;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.proof.Proofs;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
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
 * Answers Access-Requests, on the socket's thread where memory knows all that is needed. A login of our pages waits for the database, and EAP
 * computes and may wait, on a virtual thread of its own; so many at once are let in. What waited too long is dropped, as its controller has sent it
 * again by then.
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
    private final AccessCounts counts;
    private final Proofs proofs;
    private final Clock clock;
    private final Semaphore room = new Semaphore(AT_ONCE);

    AccessRequests(
            AccessControllers controllers,
            Authentication authentication,
            EapRequests eap,
            RadiusDrops drops,
            Disconnects disconnects,
            ObjectProvider<LoginOutcomes> outcomes,
            AccessCounts counts,
            Proofs proofs,
            Clock clock) {
        this.controllers = controllers;
        this.authentication = authentication;
        this.eap = eap;
        this.drops = drops;
        this.disconnects = disconnects;
        this.outcomes = Optional.ofNullable(outcomes.getIfAvailable());
        this.counts = counts;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public void receive(Received request, ReplyHandle reply) {
        try {
            controllers
                    .identify(request.source().getAddress(), request.packet())
                    .ifPresentOrElse(
                            controller -> receive(request, reply, controller),
                            () -> drop(request, reply, "unknown", "UNKNOWN_CONTROLLER"));
        } catch (MalformedPacket malformed) {
            drop(request, reply, "unknown", malformed.fault().name());
        }
    }

    private void receive(Received request, ReplyHandle reply, AccessController controller) {
        proofs.note(controller, request.packet().has(AttributeTypes.MESSAGE_AUTHENTICATOR));
        try {
            Asked asked =
                    Asked.read(request.packet(), controller, request.client().secret());
            Asking asking = new Asking(request, reply, asked);
            if (request.packet().has(AttributeTypes.EAP_MESSAGE)) {
                EapConversations.Message message = EapRequests.read(request.packet(), controller);
                apart(asking, () -> eap.answer(request, reply, asked, message));
            } else {
                answer(asking);
            }
        } catch (MalformedPacket malformed) {
            drop(request, reply, controller.name(), malformed.fault().name());
        }
    }

    /** A request that was understood. */
    private record Asking(Received request, ReplyHandle reply, Asked asked) {

        String controller() {
            return asked.controller().name();
        }
    }

    private void answer(Asking asking) {
        if (authentication.waits(asking.asked())) {
            apart(asking, () -> decide(asking));
        } else {
            decide(asking);
        }
    }

    private void decide(Asking asking) {
        authentication.decide(asking.asked(), outcome -> settle(asking, outcome));
    }

    /** On a virtual thread, which may wait for the database. */
    private void apart(Asking asking, Runnable work) {
        if (room.tryAcquire()) {
            Thread.ofVirtual()
                    .name("radius-access")
                    .uncaughtExceptionHandler((thread, bug) -> failed(asking, bug))
                    .start(() -> wait(asking, work));
        } else {
            drop(asking, Silence.OVERLOAD);
        }
    }

    private void wait(Asking asking, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException | CancellationException away) {
            LOG.warn("no answer to {}: {}", asking.controller(), away.toString());
            drop(asking, Silence.DATABASE_AWAY);
        } finally {
            room.release();
        }
    }

    private void failed(Asking asking, Throwable bug) {
        LOG.error("an Access-Request of {} failed", asking.request().source(), bug);
        drop(asking.request(), asking.reply(), "unknown", "HANDLER_FAILED");
    }

    /** The edge: sends what was decided, and lets the others know. */
    private void settle(Asking asking, Authentication.Outcome outcome) {
        if (outcome.decision() instanceof Decision.Silent(Silence why)) {
            drop(asking, why);
            return;
        }
        if (Duration.between(asking.request().at(), clock.instant()).compareTo(DEADLINE) > 0) {
            drop(asking, Silence.TOO_LATE);
            return;
        }
        AccessController controller = asking.asked().controller();
        asking.reply()
                .send(Replies.to(
                        asking.request().packet(), controller.vendor(), controller.volumeUnit(), outcome.decision()));
        told(asking.asked(), outcome);
    }

    private void drop(Asking asking, Silence why) {
        drop(asking.request(), asking.reply(), asking.controller(), why.name());
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

    private void drop(Received request, ReplyHandle reply, String controller, String reason) {
        drops.unanswered(request, controller, reason);
        reply.abandon();
    }

    /** What others learn, once the answer is given. */
    private void afterwards(Asked asked, Authentication.Outcome outcome) {
        count(asked.controller().name(), outcome);
        if (outcome.again()) {
            return;
        }
        Instant now = clock.instant();
        switch (outcome.decision()) {
            case Decision.Admit admit -> {
                disconnects.release(admit.release());
                tell(outcome, (listener, attempt) -> listener.accepted(attempt, asked.mac(), now));
            }
            case Decision.Refuse refuse ->
                tell(outcome, (listener, attempt) -> listener.rejected(attempt, refuse.refusal(), now));
            case Decision.Silent _ -> {}
        }
    }

    private void count(String controller, Authentication.Outcome outcome) {
        String result = switch (outcome.decision()) {
            case Decision.Admit _ -> AccessCounts.ADMITTED;
            case Decision.Refuse refuse -> refuse.refusal().name();
            case Decision.Silent silent -> silent.why().name();
        };
        counts.count(controller, result);
    }

    private void tell(Authentication.Outcome outcome, BiConsumer<LoginOutcomes, UUID> what) {
        outcomes.ifPresent(listener -> outcome.attempt().ifPresent(attempt -> what.accept(listener, attempt)));
    }
}
