package org.omnihall.hall.access.login;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.access.attempt.PhoneKind;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.code.Limit;
import org.omnihall.hall.access.code.LimitKind;
import org.omnihall.hall.access.code.Limits;
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
import org.omnihall.hall.database.MomentId;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
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
    private final Limits limits;
    private final Funnel funnel;

    Landing(
            AccessControllers controllers,
            Places places,
            Figures figures,
            Attempts attempts,
            Returning returning,
            Limits limits,
            Funnel funnel) {
        this.controllers = controllers;
        this.places = places;
        this.figures = figures;
        this.attempts = attempts;
        this.returning = returning;
        this.limits = limits;
        this.funnel = funnel;
    }

    Landed land(Visit visit, Instant now) {
        Hop hop = visit.query()
                .map(query -> Hop.of(query, visit.peer(), controllers))
                .orElseGet(() -> new Hop.Stopped(Drop.PARAMETERS_UNREADABLE));
        return switch (hop) {
            case Hop.Stopped(Drop reason) -> stop(reason, now);
            case Hop.Proved proved ->
                attempts.resume(proved.controller().id(), proved.device(), now)
                        .<Landed>map(Landed.Go::new)
                        .orElseGet(() -> begin(proved, visit, now));
        };
    }

    private Landed stop(Drop reason, Instant now) {
        funnel.dropped(reason, now);
        return new Landed.Stop(reason);
    }

    /** A new attempt, if the address that comes has not begun too many of late: each is a row, whoever asks for it. */
    private Landed begin(Hop.Proved proved, Visit visit, Instant now) {
        Hints hints = proved.hints();
        Place place = places.at(proved.controller(), hints.ssid().orElse(""), hints.apMac());
        FigureSet here = figures.at(place);
        Limit limit = new Limit(
                LimitKind.LANDING,
                Octets.of(visit.peer().getAddress()),
                here.landingsPerAddressPerHour(),
                Duration.ofHours(1));
        Optional<LimitKind> full = proved.controller().nat()
                ? Optional.empty()
                : limits.take(List.of(limit), now).full();
        return full.map(kind -> stop(kind.drop(), now))
                .orElseGet(() -> new Landed.Go(open(proved, visit, place, here, now)));
    }

    private Handle open(Hop.Proved proved, Visit visit, Place place, FigureSet here, Instant now) {
        Hints hints = proved.hints();
        Attempt.Spot spot =
                new Attempt.Spot(place.areaPath(), place.venueId(), place.ssidName(), place.ssidGroup(), hints.apMac());
        Attempt fresh = new Attempt(
                MomentId.at(now),
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
