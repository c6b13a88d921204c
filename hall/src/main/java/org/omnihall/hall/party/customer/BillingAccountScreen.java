package org.omnihall.hall.party.customer;

import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Billing accounts of companies and persons: opened, suspended, closed. */
@Controller
class BillingAccountScreen {

    private static final String SAVED = "party.saved";

    private final BillingAccounts accounts;
    private final PartyPlaces places;

    BillingAccountScreen(BillingAccounts accounts, PartyPlaces places) {
        this.accounts = accounts;
        this.places = places;
    }

    @PostMapping("/billing-accounts")
    @Demands(Right.CUSTOMER_CHANGE)
    String open(
            Caller caller,
            @RequestParam PartyRef.Kind kind,
            @RequestParam long id,
            @RequestParam String name,
            @RequestParam BillingAccount.Form form,
            RedirectAttributes next) {
        PartyRef owner = places.his(caller, new PartyRef(kind, id));
        CustomerDesk.tell(accounts.open(owner, name, form, caller.login()), SAVED, next);
        return PartyPlaces.page(owner);
    }

    @PostMapping("/billing-accounts/{id}/state")
    @Demands(Right.CUSTOMER_CHANGE)
    String state(
            Caller caller, @PathVariable long id, @RequestParam BillingAccount.State state, RedirectAttributes next) {
        BillingAccount account = accounts.find(id).orElseThrow(CustomerDesk::missing);
        PartyRef owner = places.his(caller, account.owner());
        CustomerDesk.tell(accounts.put(id, state, caller.login()), SAVED, next);
        return PartyPlaces.page(owner);
    }
}
