package org.omnihall.hall.console.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.HandoverChange;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer at the desk: his card, the slot, and the end of the visit. Every look is audited (requirement B23). */
@Controller
class VisitScreen {

    private static final String START = "redirect:/desk";

    private final DeskCounter counter;
    private final DeskVisits visits;
    private final DeskCustomers customers;
    private final DeskPages gathered;
    private final DeskSlots slots;
    private final NextContacts nextContacts;
    private final AuditTrail audit;
    private final Pages pages;

    VisitScreen(
            DeskCounter counter,
            DeskVisits visits,
            DeskCustomers customers,
            DeskPages gathered,
            Slotting slotting,
            AuditTrail audit,
            Pages pages) {
        this.counter = counter;
        this.visits = visits;
        this.customers = customers;
        this.gathered = gathered;
        this.slots = slotting.slots();
        this.nextContacts = slotting.nextContacts();
        this.audit = audit;
        this.pages = pages;
    }

    /** What the customer is told now and next. */
    @Component
    record Slotting(DeskSlots slots, NextContacts nextContacts) {}

    @PostMapping("/desk/visits")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String begin(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean company,
            @RequestParam(defaultValue = "") String id,
            RedirectAttributes next) {
        Optional<Channel> here = counter.here(caller);
        Optional<Contact.Whom> whom = Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .map(known -> company
                        ? new Contact.Whom(Optional.empty(), Optional.of(known), Optional.empty())
                        : Contact.Whom.subscriber(known))
                .filter(known -> customers.isHis(caller, known));
        if (here.isEmpty() || whom.isEmpty()) {
            Flash.bad(next, here.isEmpty() ? "console.desk.noPlace" : "console.desk.nobody");
            return START;
        }
        Visit visit = visits.begin(caller.login(), here.get(), whom.get(), Optional.empty());
        slots.choose(visit, here.get());
        return page(visit);
    }

    @GetMapping("/desk/visits/{visit}")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    View one(Caller caller, @PathVariable UUID visit, Locale language) {
        Served served = counter.at(caller, visit);
        DeskPage page = gathered.of(served, language);
        audit.record(
                caller.login(),
                "card.see",
                served.visit().subject(),
                served.here().ofClass() + " "
                        + page.card().map(card -> "version " + card.version()).orElse("company"));
        return pages.html("console/visit", Map.of("page", page));
    }

    /** The clerk told him what the slot shows. */
    @PostMapping("/desk/visits/{visit}/told")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String told(Caller caller, @PathVariable UUID visit, RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        slots.item(served).ifPresent(item -> {
            visits.told(served.visit(), item.code());
            Flash.good(next, "console.desk.toldNoted");
        });
        return page(served.visit());
    }

    /** He wants to know more, or wants it. */
    @PostMapping("/desk/visits/{visit}/wanted")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String wanted(Caller caller, @PathVariable UUID visit, RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        if (slots.wanted(served)) {
            Flash.good(next, "console.desk.wantedNoted");
        }
        return page(served.visit());
    }

    /** Sends the slot's offer to his phone, where the gate lets it pass. */
    @PostMapping("/desk/visits/{visit}/offer")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String offer(Caller caller, @PathVariable UUID visit, Locale language, RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        slots.item(served)
                .filter(SlotItem::isOffer)
                .ifPresent(item -> nextContacts.offer(served, item, language, next));
        return page(served.visit());
    }

    @PostMapping("/desk/visits/{visit}/end")
    @Demands({Right.DESK_SERVE, Right.CUSTOMER_SEE, Right.CARD_SEE})
    String end(
            Caller caller,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "SERVED") Visit.Outcome outcome,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        Optional<HandoverChange.Reason> wrong = nextContacts.wrong(remark);
        if (wrong.isPresent()) {
            Flash.bad(next, "interaction.handover.refused." + wrong.get());
            return page(served.visit());
        }
        visits.end(served.visit(), outcome, remark.strip());
        Flash.good(next, "console.desk.ended");
        return START;
    }

    private static String page(Visit visit) {
        return "redirect:/desk/visits/" + visit.id();
    }
}
