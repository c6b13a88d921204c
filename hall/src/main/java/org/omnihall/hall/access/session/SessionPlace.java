package org.omnihall.hall.access.session;

import java.util.Optional;
import java.util.OptionalLong;

/** Where a session is: the Area's path, the Venue and the AP where they are known, the SSID and its group. */
public record SessionPlace(
        String areaPath, OptionalLong venueId, OptionalLong apId, Optional<String> ssid, String ssidGroup) {}
