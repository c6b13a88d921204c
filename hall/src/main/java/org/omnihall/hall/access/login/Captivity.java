package org.omnihall.hall.access.login;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.dynamic.CurrentTerms;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.springframework.stereotype.Component;

/** Whether a network holds a device back, as the device itself may ask (RFC 8908); the query is that of the controller's redirect, as far as it is the same for all. */
@Component
class Captivity {

    private static final String SECURE = "https";

    private final AccessControllers controllers;
    private final Sessions sessions;
    private final Attempts attempts;
    private final CurrentTerms terms;
    private final Places places;
    private final Figures figures;

    Captivity(
            AccessControllers controllers,
            Sessions sessions,
            Attempts attempts,
            CurrentTerms terms,
            Places places,
            Figures figures) {
        this.controllers = controllers;
        this.sessions = sessions;
        this.attempts = attempts;
        this.terms = terms;
        this.places = places;
        this.figures = figures;
    }

    /** How it stands with a device. */
    sealed interface Standing {

        /** It has to log in first. */
        record Held() implements Standing {}

        /**
         * It is online.
         *
         * @param left how long it stays so; nothing where that has no bound, or is not known
         * @param venue the page that its place shows after the login
         */
        record Free(Optional<Duration> left, Optional<URI> venue) implements Standing {}

        /** Nobody can say: the question names no controller of ours, or one behind which devices have no address of their own. */
        record Unknown(Drop reason) implements Standing {}
    }

    Standing of(Map<String, String> query, InetAddress peer, Instant now) {
        return switch (Hop.of(query, peer, controllers)) {
            case Hop.Stopped(Drop reason) -> new Standing.Unknown(reason);
            case Hop.Proved proved ->
                online(proved)
                        .<Standing>map(session -> new Standing.Free(left(session, proved.controller()), venue(proved)))
                        .orElseGet(() -> isStarting(proved, now)
                                ? new Standing.Free(Optional.empty(), venue(proved))
                                : new Standing.Held());
        };
    }

    private Optional<OpenSession> online(Hop.Proved proved) {
        return sessions.openFor(
                proved.controller().id(),
                proved.device().mac(),
                Optional.of(proved.device().ip()));
    }

    /** Nothing is left to whom nobody would let in again. */
    private Optional<Duration> left(OpenSession session, AccessController controller) {
        Optional<CurrentTerms.Given> given = terms.of(session, controller);
        return given.isEmpty()
                ? Optional.of(Duration.ZERO)
                : given.map(now -> now.terms().time()).filter(time -> !time.isZero());
    }

    /** Whether a device has just come in, so that its session may still be on its way here. */
    private boolean isStarting(Hop.Proved proved, Instant now) {
        return attempts.online(proved.controller().id(), proved.device().ip())
                .filter(attempt -> attempt.state() instanceof State.Online since
                        && now.isBefore(since.since().plus(Connection.STARTS_WITHIN)))
                .isPresent();
    }

    private Optional<URI> venue(Hop.Proved proved) {
        String ssid = proved.hints().ssid().orElse("");
        return SafeUrls.readable(figures.at(places.at(
                                proved.controller(), ssid, proved.hints().apMac()))
                        .afterLoginUrl())
                .filter(url -> url.getScheme().equalsIgnoreCase(SECURE));
    }
}
