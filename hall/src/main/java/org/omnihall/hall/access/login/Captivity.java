package org.omnihall.hall.access.login;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.dynamic.CurrentTerms;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.access.terms.SessionTerms;
import org.springframework.stereotype.Component;

/**
 * Whether a network holds a device back, as the device itself may ask (RFC 8908); the query is that of the controller's redirect, as far as it is the
 * same for all.
 */
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
         * @param left how long it stays so by what an Accept would give it now; nothing where that has no bound, or is not known
         * @param octets how much it may still send and receive, in the same way
         * @param venue the page that its place shows after the login
         */
        record Free(Optional<Duration> left, Optional<Long> octets, Optional<URI> venue) implements Standing {}

        /**
         * Nobody can say: the question names no controller of ours, or one behind which devices have no address of their own, or comes over IPv6 from
         * an address that no session has.
         */
        record Unknown() implements Standing {}
    }

    Standing of(Map<String, String> query, InetAddress peer, Instant now) {
        return switch (Hop.of(query, peer, controllers)) {
            case Hop.Stopped stopped -> new Standing.Unknown();
            case Hop.Proved proved when proved.controller().nat() -> new Standing.Unknown();
            case Hop.Proved proved ->
                online(proved)
                        .<Standing>map(session -> free(session, proved))
                        .orElseGet(() -> withoutSession(proved, now));
        };
    }

    /** By the address that the device asks from, and by nothing that the query claims: nobody learns of another (rule 1). */
    private Optional<OpenSession> online(Hop.Proved proved) {
        return sessions.openFor(
                proved.controller().id(),
                Optional.empty(),
                Optional.of(proved.device().peer()));
    }

    /** A device that is online by IPv4 may ask over IPv6, by which it is not known: it must not be called back to the portal. */
    private Standing withoutSession(Hop.Proved proved, Instant now) {
        if (isStarting(proved, now)) {
            return new Standing.Free(Optional.empty(), Optional.empty(), venue(proved));
        }
        return proved.device().peer() instanceof Inet6Address ? new Standing.Unknown() : new Standing.Held();
    }

    private Standing free(OpenSession session, Hop.Proved proved) {
        Optional<SessionTerms> given = terms.of(session, proved.controller()).map(CurrentTerms.Given::terms);
        return new Standing.Free(
                given.map(SessionTerms::time).filter(time -> !time.isZero()),
                given.map(SessionTerms::octets).filter(octets -> octets > 0),
                venue(proved));
    }

    /** Whether a device has just come in, so that its session may still be on its way here. */
    private boolean isStarting(Hop.Proved proved, Instant now) {
        return attempts.online(proved.controller().id(), proved.device().peer())
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
