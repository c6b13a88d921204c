package org.omnihall.hall.party.customer;

import java.util.Optional;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which numbers a person holds. A number whose holder is none of the caller's business cannot be taken from him. */
@Controller
class HolderScreen {

    private static final String AGAIN = "redirect:/persons/";

    private final Parties parties;
    private final Subscribers subscribers;
    private final CustomerDesk desk;

    HolderScreen(Parties parties, Subscribers subscribers, CustomerDesk desk) {
        this.parties = parties;
        this.subscribers = subscribers;
        this.desk = desk;
    }

    @PostMapping("/persons/{id}/numbers")
    @Demands(Right.CUSTOMER_CHANGE)
    String hold(Caller caller, @PathVariable long id, @RequestParam String number, RedirectAttributes next) {
        long person = desk.person(caller, id).id();
        Change<Individual> change = Msisdn.parse(number)
                .map(msisdn -> hold(caller, msisdn, person))
                .orElse(Change.refused(Reason.BAD_NUMBER));
        CustomerDesk.tell(change, "party.saved", next);
        return AGAIN + person;
    }

    @PostMapping("/persons/{id}/numbers/{subscriber}/release")
    @Demands(Right.CUSTOMER_CHANGE)
    String release(Caller caller, @PathVariable long id, @PathVariable long subscriber, RedirectAttributes next) {
        long person = desk.person(caller, id).id();
        if (parties.heldBy(person).contains(subscriber)) {
            parties.release(subscriber, caller.login());
            Flash.good(next, "party.saved");
        }
        return AGAIN + person;
    }

    private Change<Individual> hold(Caller caller, Msisdn number, long person) {
        Optional<Individual> before = subscribers.find(number).flatMap(parties::holderOf);
        return before.filter(holder -> !caller.covers(holder.areaPath())).isPresent()
                ? Change.refused(Reason.HELD_ELSEWHERE)
                : parties.hold(subscribers.idOf(number), person, caller.login());
    }
}
