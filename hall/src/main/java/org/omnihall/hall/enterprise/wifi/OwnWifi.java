package org.omnihall.hall.enterprise.wifi;

import java.util.Optional;
import org.omnihall.hall.access.VisitorReports;
import org.omnihall.hall.ordering.Product;

/**
 * A Venue that a product of the company opened, as the fulfilment told of it.
 *
 * @param place the SSID at the Venue
 * @param venue its id, and the name that was ordered
 */
public record OwnWifi(long product, long place, long venue, String name, String ssid) {

    /** Under which name the fulfilment tells the place. */
    static final String PLACE = "ssidAtVenue";

    /** Nothing where the product opened no Wi-Fi, or has ended. */
    static Optional<OwnWifi> of(Product product) {
        String place = product.results().getOrDefault(PLACE, "");
        String venue = product.results().getOrDefault("venue", "");
        boolean stands = product.endedAt().isEmpty() && place.matches("\\d{1,18}") && venue.matches("\\d{1,18}");
        return stands
                ? Optional.of(new OwnWifi(
                        product.id(),
                        Long.parseLong(place),
                        Long.parseLong(venue),
                        product.answers().getOrDefault("venueName", ""),
                        product.answers().getOrDefault("ssid", "")))
                : Optional.empty();
    }

    VisitorReports.Spot spot() {
        return new VisitorReports.Spot(venue, ssid);
    }

    public String path() {
        return "/enterprise/wifi/" + product;
    }
}
