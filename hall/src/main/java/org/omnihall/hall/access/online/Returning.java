package org.omnihall.hall.access.online;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.NumberKeys;
import org.omnihall.hall.access.binding.Binding;
import org.omnihall.hall.access.binding.Bindings;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.FigureSet;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.ReturnMode;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Whether a device may come back without typing. */
@Component
public class Returning {

    /** A device's standing at a place. */
    public sealed interface Standing {

        record Unknown() implements Standing {}

        /** Bound, but the same MAC is live at another controller: it may be a copy, so the subscriber proves himself again (rule 2). */
        record MustProve() implements Standing {}

        record Bound(Found found) implements Standing {}
    }

    /** A binding in force, where it is used and the keyed hash of its subscriber's number. */
    public record Found(Binding binding, Attempt.Spot spot, Octets numberKey) {}

    private final Bindings bindings;
    private final Sessions sessions;
    private final Places places;
    private final Figures figures;
    private final Attempts attempts;
    private final Subscribers subscribers;
    private final NumberKeys keys;

    Returning(
            Bindings bindings,
            Sessions sessions,
            Places places,
            Figures figures,
            Attempts attempts,
            Subscribers subscribers,
            NumberKeys keys) {
        this.bindings = bindings;
        this.sessions = sessions;
        this.places = places;
        this.figures = figures;
        this.attempts = attempts;
        this.subscribers = subscribers;
        this.keys = keys;
    }

    /** The standing of a device that its redirect names. */
    public Standing at(AccessController controller, Attempt.Spot spot, MacAddress mac, FigureSet here, Instant now) {
        Optional<Found> found = bindings.find(spot.ssidGroup(), mac, now).flatMap(binding -> found(binding, spot));
        if (found.isEmpty()) {
            return new Standing.Unknown();
        }
        return here.bindingStepUp() && liveElsewhere(controller, mac)
                ? new Standing.MustProve()
                : new Standing.Bound(found.get());
    }

    /** The binding by which a device may return without a page at a controller that does not tell the SSID. */
    Optional<Found> withoutPage(AccessController controller, MacAddress mac, Instant now) {
        return bindings.ofDevice(mac, now).stream()
                .flatMap(binding -> withoutPage(controller, binding).stream())
                .findFirst();
    }

    private Optional<Found> withoutPage(AccessController controller, Binding binding) {
        Optional<Attempt> born = attempts.find(binding.attempt());
        if (born.isEmpty()) {
            return Optional.empty();
        }
        String ssid = born.get().spot().ssid();
        Place place = places.at(controller, ssid, Optional.empty());
        boolean mayReturn = place.returnMode() == ReturnMode.MAC_TRIGGER
                && place.ssidGroup().equals(binding.ssidGroup())
                && !(figures.at(place).bindingStepUp() && liveElsewhere(controller, binding.mac()));
        Attempt.Spot spot =
                new Attempt.Spot(place.areaPath(), place.venueId(), ssid, place.ssidGroup(), Optional.empty());
        return mayReturn ? found(binding, spot) : Optional.empty();
    }

    private Optional<Found> found(Binding binding, Attempt.Spot spot) {
        return subscribers.numberOf(binding.subscriberId()).map(number -> new Found(binding, spot, keys.of(number)));
    }

    private boolean liveElsewhere(AccessController controller, MacAddress mac) {
        return sessions.liveOf(mac).stream().anyMatch(session -> session.controllerId() != controller.id());
    }
}
