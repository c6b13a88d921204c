package org.omnihall.hall.access.online;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.attempt.PhoneKind;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.binding.Binding;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.database.MomentId;
import org.omnihall.portal.server.MacBinding;
import org.omnihall.portal.server.PortalServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Answers a controller that asks whether a MAC is bound, and then runs the login itself (portal protocol section 7). The question carries no
 * proof and no SSID: a binding counts where it was born on an SSID that returns without a page at this controller (rule 21), and the login is
 * final only when the Access-Request names the same device.
 */
@Component
class MacTrigger {

    /** The controller has our answer before the login begins, also when the network turns datagrams round. */
    private static final Duration AFTER_ANSWER = Duration.ofMillis(100);

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AccessControllers controllers;
    private final Returning returning;
    private final Attempts attempts;
    private final ObjectProvider<GoingOnline> online;
    private final Clock clock;

    MacTrigger(
            AccessControllers controllers,
            Returning returning,
            Attempts attempts,
            ObjectProvider<GoingOnline> online,
            Clock clock) {
        this.controllers = controllers;
        this.returning = returning;
        this.attempts = attempts;
        this.online = online;
        this.clock = clock;
    }

    boolean bound(MacBinding.Question question, Supplier<PortalServer> server) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<AccessController> controller = controllers
                .bySource(question.bas().address().getAddress())
                .stream()
                .findFirst();
        Optional<Attempt> attempt = controller.flatMap(asking -> attempt(asking, question, now));
        attempt.ifPresent(begun -> later().execute(() -> login(begun, server.get())));
        return attempt.isPresent();
    }

    private Optional<Attempt> attempt(AccessController asking, MacBinding.Question question, Instant now) {
        return returning.withoutPage(asking, question.mac(), now).map(found -> attempt(asking, question, found, now));
    }

    private Attempt attempt(AccessController asking, MacBinding.Question question, Returning.Found found, Instant now) {
        Binding binding = found.binding();
        return new Attempt(
                MomentId.at(now),
                asking.id(),
                found.spot(),
                new Attempt.Device(Optional.of(question.mac()), question.user(), question.user()),
                Optional.empty(),
                Language.ZH,
                PhoneKind.OTHER,
                new State.Connecting(now, binding.subscriberId(), Way.MAC),
                Optional.of(found.numberKey()),
                false,
                now,
                now.plus(LIFE));
    }

    private void login(Attempt attempt, PortalServer server) {
        attempts.open(attempt);
        if (attempt.state() instanceof State.Connecting connecting) {
            var _ = online.getObject().begin(attempt, connecting, server);
        }
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(
                AFTER_ANSWER.toMillis(),
                TimeUnit.MILLISECONDS,
                task -> Thread.ofVirtual().start(task));
    }
}
