package org.omnihall.hall.access.login;

import java.util.Optional;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.SlotTimes;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.FigureSet;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.springframework.stereotype.Component;

/** What holds where an attempt is made. */
@Component
class Ground {

    /** The controller, the place and the business figures of an attempt. */
    record Facts(AccessController controller, Place place, FigureSet figures) {

        SlotTimes slot() {
            return new SlotTimes(
                    figures.slotTime(),
                    figures.slotLimit().compareTo(figures.slotTime()) < 0 ? figures.slotTime() : figures.slotLimit());
        }
    }

    private final AccessControllers controllers;
    private final Places places;
    private final Figures figures;

    Ground(AccessControllers controllers, Places places, Figures figures) {
        this.controllers = controllers;
        this.places = places;
        this.figures = figures;
    }

    /** Nothing if the controller was taken out of service since. */
    Optional<Facts> of(Attempt attempt) {
        return controllers.byId(attempt.controllerId()).map(controller -> {
            Place place =
                    places.at(controller, attempt.spot().ssid(), attempt.spot().apMac());
            return new Facts(controller, place, figures.at(place));
        });
    }

    /** Codes that the whole operator sends in a minute. */
    int everyone() {
        return figures.operator().globalPerMinute();
    }
}
