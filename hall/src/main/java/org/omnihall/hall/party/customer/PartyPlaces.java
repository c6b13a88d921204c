package org.omnihall.hall.party.customer;

import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Caller;
import org.springframework.stereotype.Component;

/** Where a person or company has its page, and whether it is the caller's business. */
@Component
class PartyPlaces {

    private final CustomerDesk desk;
    private final Parties parties;

    PartyPlaces(CustomerDesk desk, Parties parties) {
        this.desk = desk;
        this.parties = parties;
    }

    /** The person, company or subscriber as it is now; what is none of the caller's business is not there. */
    PartyRef his(Caller caller, PartyRef who) {
        return switch (who.kind()) {
            case COMPANY -> PartyRef.company(desk.company(caller, who.id()).id());
            case INDIVIDUAL -> PartyRef.individual(desk.person(caller, who.id()).id());
            case SUBSCRIBER -> {
                Individual holder = parties.holderOf(who.id()).orElseThrow(CustomerDesk::missing);
                desk.person(caller, holder.id());
                yield who;
            }
        };
    }

    /** The address of the page that shows it. */
    static String page(PartyRef who) {
        return switch (who.kind()) {
            case COMPANY -> "redirect:/companies/" + who.id();
            case INDIVIDUAL -> "redirect:/persons/" + who.id();
            case SUBSCRIBER -> "redirect:/persons";
        };
    }
}
