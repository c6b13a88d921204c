package org.omnihall.hall.access.network;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a phone is, as far as the network tells.
 *
 * @param areaPath of the Venue, or of the controller where the Venue is not known
 * @param venueName empty where the Venue is not known
 * @param ssidGroup the SSIDs that share bindings; an SSID that is not registered has a group of its own for each controller
 * @param ssidAtVenueId the SSID at this Venue, where it has settings of its own
 */
public record Place(
        String areaPath,
        Optional<Long> venueId,
        String venueName,
        String ssidName,
        String ssidGroup,
        ReturnMode returnMode,
        Optional<Long> apId,
        AccessProfile profile,
        Optional<Long> ssidAtVenueId) {

    /** The same at an AP that is known from elsewhere. */
    public Place at(OptionalLong accessPoint) {
        Optional<Long> ap = accessPoint.isPresent() ? Optional.of(accessPoint.getAsLong()) : apId;
        return new Place(areaPath, venueId, venueName, ssidName, ssidGroup, returnMode, ap, profile, ssidAtVenueId);
    }
}
