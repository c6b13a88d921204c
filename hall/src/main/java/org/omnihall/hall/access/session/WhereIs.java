package org.omnihall.hall.access.session;

import java.util.OptionalLong;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.springframework.stereotype.Component;

/** Where a session is: where its Accept was given, else as far as its controller's words tell. */
@Component
class WhereIs implements AdmittedFacts.Whereabouts {

    private final AccessControllers controllers;
    private final Places places;

    WhereIs(AccessControllers controllers, Places places) {
        this.controllers = controllers;
        this.places = places;
    }

    @Override
    public SessionPlace of(AccountingEvent event) {
        return event.grant()
                .flatMap(grant -> controllers.byId(event.controllerId()).map(ac -> granted(ac, grant)))
                .orElseGet(() -> asTold(event));
    }

    private SessionPlace granted(AccessController controller, Grant grant) {
        Place place = places.at(controller, grant.ssid().orElse(""), grant.venueId());
        return new SessionPlace(place.areaPath(), grant.venueId(), grant.apId(), grant.ssid(), place.ssidGroup());
    }

    private SessionPlace asTold(AccountingEvent event) {
        return controllers
                .byId(event.controllerId())
                .map(ac -> SessionPlace.of(places.at(
                        ac, event.device().ssid().orElse(""), event.device().ap())))
                .orElseGet(() -> new SessionPlace(
                        "/",
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        event.device().ssid(),
                        "ac:" + event.controllerId()));
    }
}
