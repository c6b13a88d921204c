package org.omnihall.hall.party.customer;

import java.time.Clock;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down what a customer allowed or took back. */
@Controller
class ConsentScreen {

    private final Consents consents;
    private final PartyPlaces places;
    private final Clock clock;

    ConsentScreen(Consents consents, PartyPlaces places, Clock clock) {
        this.consents = consents;
        this.places = places;
        this.clock = clock;
    }

    @PostMapping("/consents")
    @Demands(Right.CONSENT_CHANGE)
    String record(
            Caller caller,
            @RequestParam PartyRef.Kind kind,
            @RequestParam long id,
            @RequestParam ConsentPurpose purpose,
            @RequestParam Consent.Medium medium,
            @RequestParam boolean given,
            @RequestParam String source,
            RedirectAttributes next) {
        PartyRef who = places.his(caller, new PartyRef(kind, id));
        Consent word = new Consent(who, purpose, medium, given, clock.instant(), source, caller.login());
        CustomerDesk.tell(consents.record(word), "party.saved", next);
        return PartyPlaces.page(who);
    }
}
