package org.omnihall.hall.access.provision;

import java.util.Map;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Venue;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;

/** Makes the Venue, in the Area of the order; asks {@code venueName} and {@code street}, tells {@code venue}. */
@Component
class VenueStep implements FulfilmentPort {

    private final Provisions provisions;
    private final Venues venues;

    VenueStep(Provisions provisions, Venues venues) {
        this.provisions = provisions;
        this.venues = venues;
    }

    @Override
    public String kind() {
        return "wlan.venue";
    }

    @Override
    public StepOutcome run(StepContext context) {
        Draft draft = Draft.of(
                "name",
                context.answer("venueName"),
                "area",
                context.order().areaPath(),
                "street",
                context.answer("street"));
        return provisions.once(
                context,
                kind(),
                () -> Answers.of(
                        venues.add(draft, Answers.actor(context)),
                        venue -> Map.of("venue", Long.toString(venue.id()))));
    }

    /** A Venue in which APs were put up meanwhile stays: the network's people take them down. */
    @Override
    public StepOutcome undo(StepContext context) {
        return provisions.takeBack(
                context, made -> removed(venues.remove(Answers.id(made, "venue"), Answers.actor(context))));
    }

    private static StepOutcome removed(Change<Venue> change) {
        boolean stands = change instanceof Change.Refused<Venue> refused
                && refused.problems().getFirst().fault() == Problem.Fault.IN_USE;
        return stands ? StepOutcome.done() : Answers.removed(change);
    }
}
