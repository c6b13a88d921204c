package org.omnihall.hall.access.session;

import org.omnihall.hall.access.network.Figures;
import org.springframework.stereotype.Component;

/** How long silence may last, by the business figures of the session's place (requirement A7). */
@Component
class PlacePatience implements SessionWrites.Patience {

    private final Figures figures;

    PlacePatience(Figures figures) {
        this.figures = figures;
    }

    @Override
    public int interimsMissed(SessionPlace place) {
        return figures.at(place.areaPath(), place.venueId(), place.apId()).interimsMissed();
    }
}
