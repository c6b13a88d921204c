package org.omnihall.hall.access.session;

import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.hall.access.network.Place;

/** Where a session is: the Area's path, the Venue and the AP where they are known, the SSID and its group. */
public record SessionPlace(
        String areaPath, OptionalLong venueId, OptionalLong apId, Optional<String> ssid, String ssidGroup) {

    /** The same place without what only admission needs. */
    public static SessionPlace of(Place place) {
        return new SessionPlace(
                place.areaPath(),
                number(place.venueId()),
                number(place.apId()),
                Optional.of(place.ssidName()).filter(name -> !name.isEmpty()),
                place.ssidGroup());
    }

    private static OptionalLong number(Optional<Long> id) {
        return id.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
