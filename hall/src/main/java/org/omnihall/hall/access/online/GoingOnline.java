package org.omnihall.hall.access.online;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.aaa.LoginTokens;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.PortalMethod;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.quota.Remainder;
import org.omnihall.hall.access.quota.Remainders;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.portal.server.Credential;
import org.omnihall.portal.server.LoginResult;
import org.omnihall.portal.server.LogoutResult;
import org.omnihall.portal.server.PortalServer;
import org.omnihall.portal.server.UserAddress;
import org.springframework.stereotype.Component;

/** Brings attempts online and offline at their controllers, with a login token in place of a password (rule 3). */
@Component
public class GoingOnline {

    private final AccessControllers controllers;
    private final Places places;
    private final Remainders remainders;
    private final Subscribers subscribers;
    private final LoginTokens tokens;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Funnel funnel;
    private final Portal portal;
    private final Clock clock;

    GoingOnline(
            AccessControllers controllers,
            Places places,
            Remainders remainders,
            Subscribers subscribers,
            LoginTokens tokens,
            Attempts attempts,
            Sessions sessions,
            Funnel funnel,
            Portal portal,
            Clock clock) {
        this.controllers = controllers;
        this.places = places;
        this.remainders = remainders;
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.attempts = attempts;
        this.sessions = sessions;
        this.funnel = funnel;
        this.portal = portal;
        this.clock = clock;
    }

    /** Begins the login of an attempt that has just become {@link State.Connecting}; completes when its state is written. */
    public CompletableFuture<Void> begin(Attempt attempt, State.Connecting state) {
        return begin(attempt, state, portal.pages());
    }

    CompletableFuture<Void> begin(Attempt attempt, State.Connecting state, PortalServer server) {
        Optional<AccessController> controller = controllers.byId(attempt.controllerId());
        Optional<Msisdn> number = subscribers.numberOf(state.subscriber());
        if (controller.isEmpty() || number.isEmpty()) {
            settle(attempt, state, new Outcome.Stopped(Drop.AC_NOT_REACHED, "the controller or the number is gone"));
            return CompletableFuture.completedFuture(null);
        }
        Optional<Drop> nothing = nothingLeft(attempt, state, controller.get());
        if (nothing.isPresent()) {
            settle(attempt, state, new Outcome.Stopped(nothing.get(), ""));
            return CompletableFuture.completedFuture(null);
        }
        String user = number.get().digits();
        String token = tokens.mint(controller.get().id(), user, attempt.device().name());
        Credential credential =
                controller.get().method() == PortalMethod.PAP ? new Credential.Pap(token) : new Credential.Chap(token);
        CompletableFuture<LoginResult> login = server.login(
                Portal.bas(controller.get()),
                address(attempt),
                controller.get().domain().toController(user),
                credential);
        return login.thenAccept(result ->
                settle(attempt, state, Outcome.of(result, attempt.device().mac())));
    }

    /** Who has used up his quota is told so by the page, and not by a controller that was refused him. */
    private Optional<Drop> nothingLeft(Attempt attempt, State.Connecting state, AccessController controller) {
        Quota quota = places.at(
                        controller, attempt.spot().ssid(), attempt.spot().apMac())
                .profile()
                .quota();
        return switch (remainders.find(Owner.subscriber(state.subscriber()), quota, clock.instant())) {
            case Remainder.UsedUp none -> Optional.of(Drop.QUOTA_USED_UP);
            case Remainder.OutOfHours none -> Optional.of(Drop.OUT_OF_HOURS);
            case Remainder.Open open -> Optional.empty();
            case Remainder.Slow slow -> Optional.empty();
        };
    }

    /** Takes the attempt's device offline; true if the controller says that it is. */
    public CompletableFuture<Boolean> end(Attempt attempt) {
        Optional<AccessController> controller = controllers.byId(attempt.controllerId());
        if (controller.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        int request = attempts.portalRequest(attempt.id()).orElse(0);
        return portal.pages()
                .logout(Portal.bas(controller.get()), address(attempt), request)
                .thenApply(LogoutResult.Offline.class::isInstance);
    }

    private void settle(Attempt attempt, State.Connecting state, Outcome outcome) {
        switch (outcome) {
            case Outcome.Went went -> went(attempt, state, Optional.of(went));
            case Outcome.Already already -> {
                if (isOwn(attempt, state)) {
                    went(attempt, state, Optional.empty());
                } else {
                    stopped(attempt, state, Drop.AC_OTHER_USER_ONLINE, already.detail());
                }
            }
            case Outcome.WrongDevice wrong -> {
                stopped(attempt, state, Drop.AC_OTHER_DEVICE, "the controller names " + wrong.mac());
                attempts.portal(attempt.id(), 0, wrong.request());
                var _ = end(attempt);
            }
            case Outcome.Stopped stopped -> stopped(attempt, state, stopped.reason(), stopped.detail());
        }
    }

    private boolean isOwn(Attempt attempt, State.Connecting state) {
        return sessions.openFor(
                        attempt.controllerId(),
                        attempt.device().mac(),
                        Optional.of(attempt.device().ip()))
                .map(OpenSession::subscriberId)
                .filter(online -> online.isPresent() && online.getAsLong() == state.subscriber())
                .isPresent();
    }

    private void went(Attempt attempt, State.Connecting state, Optional<Outcome.Went> went) {
        Instant now = now();
        went.ifPresent(told -> attempts.portal(attempt.id(), told.serial(), told.request()));
        attempts.move(connecting(attempt, state), new State.Online(now, state.subscriber(), state.way()));
        funnel.reached(attempt.where(), Step.AC_ACCEPTED, now);
    }

    private void stopped(Attempt attempt, State.Connecting state, Drop reason, String detail) {
        Instant now = now();
        attempts.move(connecting(attempt, state), new State.Failed(now, state.subscriber(), state.way(), reason));
        funnel.dropped(attempt.where(), reason, detail, now);
    }

    private static Attempt connecting(Attempt attempt, State.Connecting state) {
        return attempt.in(state);
    }

    private static UserAddress address(Attempt attempt) {
        return new UserAddress(attempt.device().ip(), attempt.device().mac());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
