package org.omnihall.hall.access.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place by what figures can be set for. */
record Spot(String areaPath, Optional<Long> venueId, Optional<Long> ssidAtVenueId, Optional<Long> apId) {

    static Spot of(Place place) {
        return new Spot(place.areaPath(), place.venueId(), place.ssidAtVenueId(), place.apId());
    }

    /** The scopes whose figures hold there, outermost first. */
    List<Scope> chain() {
        List<Scope> chain = new ArrayList<>(NetworkMap.areaChain(areaPath));
        venueId.map(Scope::venue).ifPresent(chain::add);
        ssidAtVenueId.map(Scope::ssidAtVenue).ifPresent(chain::add);
        apId.map(Scope::accessPoint).ifPresent(chain::add);
        return chain;
    }
}
