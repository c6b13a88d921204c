package org.omnihall.hall.console.desk;

import java.util.Optional;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.interaction.HandoverChange;
import org.omnihall.hall.interaction.Handovers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes up what other channels handed over, finishes it or gives it back, and withdraws what this one gave (requirement B29). */
@Controller
class TakingScreen {

    private static final String START = "redirect:/desk";

    private final DeskCounter counter;
    private final Handovers handovers;
    private final DeskVisits visits;
    private final DeskSlots slots;

    TakingScreen(DeskCounter counter, Handovers handovers, DeskVisits visits, DeskSlots slots) {
        this.counter = counter;
        this.handovers = handovers;
        this.visits = visits;
        this.slots = slots;
    }

    /** One of those who take it at once has it, and serves the customer on the journey that he began elsewhere. */
    @PostMapping("/desk/handovers/{id}/take")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String take(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Channel here = counter.here(caller).orElseThrow(DeskCounter::missing);
        return switch (handovers.take(id, by(caller, here))) {
            case HandoverChange.Done done -> serve(caller, here, done.handover());
            case HandoverChange.Refused refused -> refused(refused, next, START);
        };
    }

    /** Goes on serving what was taken and not done. */
    @PostMapping("/desk/handovers/{id}/go-on")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String goOn(Caller caller, @PathVariable long id) {
        Channel here = counter.here(caller).orElseThrow(DeskCounter::missing);
        return handovers
                .find(id)
                .filter(one -> one.way().to().equals(here.id()))
                .filter(one -> one.state() == Handover.State.TAKEN)
                .filter(one -> one.taken()
                        .filter(hand -> hand.login().equals(caller.login()))
                        .isPresent())
                .map(one -> serve(caller, here, one))
                .orElse(START);
    }

    @PostMapping("/desk/handovers/{id}/finish")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String finish(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Channel here = counter.here(caller).orElseThrow(DeskCounter::missing);
        return told(caller, handovers.finish(id, by(caller, here)), "console.desk.handover.finished", next);
    }

    @PostMapping("/desk/handovers/{id}/give-back")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String giveBack(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Channel here = counter.here(caller).orElseThrow(DeskCounter::missing);
        return told(caller, handovers.giveBack(id, by(caller, here)), "console.desk.handover.givenBack", next);
    }

    @PostMapping("/desk/handovers/{id}/withdraw")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String withdraw(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Channel here = counter.here(caller).orElseThrow(DeskCounter::missing);
        return told(caller, handovers.withdraw(id, by(caller, here)), "console.desk.handover.withdrawn", next);
    }

    private String serve(Caller caller, Channel here, Handover taken) {
        Visit visit = visits.begin(caller.login(), here, taken.matter().whom(), Optional.of(taken));
        slots.choose(visit, here);
        return page(visit);
    }

    private String told(Caller caller, HandoverChange change, String done, RedirectAttributes next) {
        return switch (change) {
            case HandoverChange.Done it -> {
                Flash.good(next, done);
                yield back(caller, it.handover());
            }
            case HandoverChange.Refused refused -> refused(refused, next, START);
        };
    }

    /** To the customer, where he is being served. */
    private String back(Caller caller, Handover handover) {
        return visits.open(caller.login()).stream()
                .filter(visit -> visit.whom().equals(handover.matter().whom()))
                .findFirst()
                .map(TakingScreen::page)
                .orElse(START);
    }

    private static String refused(HandoverChange.Refused refused, RedirectAttributes next, String where) {
        Flash.bad(next, "interaction.handover.refused." + refused.reason());
        return where;
    }

    private static Handovers.By by(Caller caller, Channel here) {
        return new Handovers.By(caller.login(), here.id());
    }

    private static String page(Visit visit) {
        return "redirect:/desk/visits/" + visit.id();
    }
}
