package org.omnihall.hall.access.network;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.omnihall.octets.MacAddress;

/** Answers where a phone is and what holds there, from memory. What the network does not know is as precise as its controller. */
public final class Places {

    private static final int LONGEST_SSID = 32;

    /** An AP as far as places need it. */
    record ApRow(long id, long venueId, String areaPath) {}

    private final Supplier<NetworkMap> map;
    private final Function<MacAddress, Optional<ApRow>> accessPoints;

    Places(Supplier<NetworkMap> map, Function<MacAddress, Optional<ApRow>> accessPoints) {
        this.map = map;
        this.accessPoints = accessPoints;
    }

    /** The same for what is known already: where a session was let in. */
    public Place at(AccessController controller, String ssidName, OptionalLong venueId) {
        NetworkMap now = map.get();
        Optional<NetworkMap.VenueRow> venue = venueId.isPresent() ? now.venue(venueId.getAsLong()) : Optional.empty();
        return at(now, controller, ssidName, venue, Optional.empty());
    }

    /** Where a phone is that came by this controller; SSID and AP are hints, an empty SSID name is an unknown one. */
    public Place at(AccessController controller, String ssidName, Optional<MacAddress> ap) {
        NetworkMap now = map.get();
        Optional<ApRow> accessPoint = ap.flatMap(accessPoints);
        Optional<NetworkMap.VenueRow> venue =
                accessPoint.map(ApRow::venueId).or(controller::venueId).flatMap(now::venue);
        return at(now, controller, ssidName, venue, accessPoint);
    }

    private static Place at(
            NetworkMap now,
            AccessController controller,
            String ssidName,
            Optional<NetworkMap.VenueRow> venue,
            Optional<ApRow> accessPoint) {
        String name = ssidName.length() <= LONGEST_SSID ? ssidName : ssidName.substring(0, LONGEST_SSID);
        Optional<NetworkMap.SsidRow> ssid = now.ssid(name);
        Optional<NetworkMap.SsidAtVenueRow> here =
                ssid.flatMap(s -> venue.flatMap(v -> now.ssidAtVenue(s.id(), v.id())));
        Spot spot = new Spot(
                venue.map(NetworkMap.VenueRow::areaPath).orElse(controller.areaPath()),
                venue.map(NetworkMap.VenueRow::id),
                here.map(NetworkMap.SsidAtVenueRow::id),
                accessPoint.map(ApRow::id));
        return new Place(
                spot.areaPath(),
                spot.venueId(),
                venue.map(NetworkMap.VenueRow::name).orElse(""),
                name,
                ssid.map(NetworkMap.SsidRow::group).orElse("ac:" + controller.id()),
                now.figures(spot).returnMode(),
                spot.apId(),
                profile(now, ssid, here),
                spot.ssidAtVenueId());
    }

    private static AccessProfile profile(
            NetworkMap now, Optional<NetworkMap.SsidRow> ssid, Optional<NetworkMap.SsidAtVenueRow> here) {
        return here.flatMap(NetworkMap.SsidAtVenueRow::profileId)
                .or(() -> ssid.map(NetworkMap.SsidRow::profileId))
                .flatMap(now::profile)
                .orElseGet(now::standardProfile);
    }
}
