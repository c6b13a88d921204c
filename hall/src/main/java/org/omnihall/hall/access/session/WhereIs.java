package org.omnihall.hall.access.session;

import java.util.OptionalLong;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Places;
import org.springframework.stereotype.Component;

/** Where a session is that we did not admit: as far as its controller's words tell. */
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
