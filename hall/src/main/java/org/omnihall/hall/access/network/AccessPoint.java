package org.omnihall.hall.access.network;

import org.omnihall.octets.MacAddress;

/** An AP: it stands in a Venue and hangs on a controller. Its Area is the Venue's. */
public record AccessPoint(
        long id, String areaPath, String name, MacAddress mac, long venueId, String venueName, long controllerId) {}
