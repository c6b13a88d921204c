package org.omnihall.hall.access.login;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.attempt.PhoneKind;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.FigureSet;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.RedirectMap.Hints;
import org.omnihall.hall.access.online.Returning;
import org.omnihall.octets.MacAddress;
import org.springframework.stereotype.Component;

/** Turns an access controller's redirect into an attempt, or finds the unfinished one of the same device again. */
@Component
class Landing {

    /** What the browser told. */
    record Visit(
            Optional<Map<String, String>> query,
            InetAddress peer,
            Optional<String> acceptLanguage,
            Optional<String> userAgent) {}

    /** Where the browser goes. */
    sealed interface Landed {
        record Go(Handle handle) implements Landed {}

        record Stop(Drop reason) implements Landed {}
    }

    private final AccessControllers controllers;
    private final Places places;
    private final Figures figures;
    private final Attempts attempts;
    private final Returning returning;
    private final Funnel funnel;

    Landing(
            AccessControllers controllers,
            Places places,
            Figures figures,
            Attempts attempts,
            Returning returning,
            Funnel funnel) {
        this.controllers = controllers;
        this.places = places;
        this.figures = figures;
        this.attempts = attempts;
        this.returning = returning;
        this.funnel = funnel;
    }

    Landed land(Visit visit, Instant now) {
        Hop hop = visit.query()
                .map(query -> Hop.of(query, visit.peer(), controllers))
                .orElseGet(() -> new Hop.Stopped(Drop.PARAMETERS_UNREADABLE));
        return switch (hop) {
            case Hop.Stopped(Drop reason) -> {
                funnel.dropped(reason, now);
                yield new Landed.Stop(reason);
            }
            case Hop.Proved proved ->
                new Landed.Go(attempts.resume(proved.controller().id(), proved.device(), now)
                        .orElseGet(() -> open(proved, visit, now)));
        };
    }

    private Handle open(Hop.Proved proved, Visit visit, Instant now) {
        Hints hints = proved.hints();
        Place place = places.at(proved.controller(), hints.ssid().orElse(""), hints.apMac());
        FigureSet here = figures.at(place);
        Attempt.Spot spot =
                new Attempt.Spot(place.areaPath(), place.venueId(), place.ssidName(), place.ssidGroup(), hints.apMac());
        Attempt fresh = new Attempt(
                UUID.randomUUID(),
                proved.controller().id(),
                spot,
                proved.device(),
                hints.firstUrl(),
                Language.of(visit.acceptLanguage()),
                PhoneKind.of(visit.userAgent()),
                new State.Asked(now),
                Optional.empty(),
                false,
                now,
                now.plus(here.attemptLife()));
        Attempt attempt = proved.device()
                .mac()
                .map(mac -> known(fresh, proved.controller(), mac, here, now))
                .orElse(fresh);
        Handle handle = attempts.open(attempt);
        funnel.reached(attempt.where(), Step.REDIRECTED, now);
        return handle;
    }

    private Attempt known(Attempt fresh, AccessController controller, MacAddress mac, FigureSet here, Instant now) {
        return switch (returning.at(controller, fresh.spot(), mac, here, now)) {
            case Returning.Standing.Unknown unknown -> fresh;
            case Returning.Standing.MustProve mustProve -> {
                funnel.dropped(fresh.where(), Drop.STEP_UP_OTHER_CONTROLLER, now);
                yield fresh;
            }
            case Returning.Standing.Bound(Returning.Found found) ->
                fresh.about(found.numberKey())
                        .in(new State.Known(now, found.binding().subscriberId(), Way.BINDING));
        };
    }
}
