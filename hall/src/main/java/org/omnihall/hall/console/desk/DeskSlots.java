package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.util.Optional;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotRequest;
import org.springframework.stereotype.Component;

/** The slot of the clerk's screen: one choice a journey, and what came of it at the desk (requirement B24). */
@Component
class DeskSlots {

    private final SlotChoices slots;
    private final DeskVisits visits;
    private final Selling selling;
    private final Clock clock;

    DeskSlots(SlotChoices slots, DeskVisits visits, Selling selling, Clock clock) {
        this.slots = slots;
        this.visits = visits;
        this.selling = selling;
        this.clock = clock;
    }

    /** Chooses for a subscriber what the clerk's screen shows; once for a journey. A visit whose choice could not be kept goes on without it. */
    void choose(Visit visit, Channel here) {
        if (visit.whom().subscriber().isPresent()) {
            var _ = slots.show(new SlotRequest(
                    SlotPlace.CLERK,
                    visit.journey(),
                    here.id(),
                    visit.whom().subscriber(),
                    here.areaPath(),
                    clock.instant()));
        }
    }

    /** What the slot shows in this visit. */
    Optional<DeskPage.Slot> of(Served served) {
        return slots.find(SlotRequest.choice(SlotPlace.CLERK, served.visit().journey()))
                .map(choice -> new DeskPage.Slot(
                        choice,
                        choice.item()
                                .flatMap(item -> item.offering())
                                .flatMap(code -> selling.offer(code, served.here()))));
    }

    /** The item that the slot shows. */
    Optional<SlotItem> item(Served served) {
        return of(served).map(DeskPage.Slot::choice).flatMap(SlotChoice::item);
    }

    /** He wants what the slot shows; gives false where it shows nothing. */
    boolean wanted(Served served) {
        Optional<SlotChoice> shown = of(served)
                .map(DeskPage.Slot::choice)
                .filter(choice -> choice.item().isPresent());
        shown.ifPresent(choice -> {
            visits.wanted(served.visit(), choice.item().orElseThrow().code());
            slots.clicked(choice.id(), clock.instant());
        });
        return shown.isPresent();
    }
}
