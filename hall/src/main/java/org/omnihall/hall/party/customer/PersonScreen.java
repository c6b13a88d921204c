package org.omnihall.hall.party.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individual.Draft;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Persons: searched, shown and changed. Every search and every look at one is written down (requirement A13). */
@Controller
class PersonScreen {

    private static final String AGAIN = "redirect:/persons";
    private static final String SAVED = "party.saved";

    private final Individuals individuals;
    private final PersonSearch search;
    private final PersonPages gathered;
    private final CustomerDesk desk;
    private final AuditTrail audit;
    private final Pages pages;

    PersonScreen(
            Individuals individuals,
            PersonSearch search,
            PersonPages gathered,
            CustomerDesk desk,
            AuditTrail audit,
            Pages pages) {
        this.individuals = individuals;
        this.search = search;
        this.gathered = gathered;
        this.desk = desk;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping("/persons")
    @Demands(Right.CUSTOMER_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String area,
            Paging paging) {
        return persons(caller, search.byName(caller, CustomerDesk.asked(caller, area), name, paging));
    }

    /** A whole number or certificate; posted, so that neither stands in an address. */
    @PostMapping("/persons/find")
    @Demands(Right.CUSTOMER_SEE)
    View find(Caller caller, @RequestParam String typed) {
        List<Individual> found = search.by(caller, typed);
        return persons(caller, new Slice<>(found, Optional.empty(), Optional.empty()));
    }

    @GetMapping("/persons/{id}")
    @Demands(Right.CUSTOMER_SEE)
    View one(Caller caller, @PathVariable long id) {
        Individual person = desk.person(caller, id);
        audit.record(caller.login(), "individual.see", "individual:" + person.id(), "");
        return pages.html("party/person", Map.of("page", gathered.of(person), "areas", desk.areas(caller)));
    }

    @PostMapping("/persons")
    @Demands(Right.CUSTOMER_CHANGE)
    String add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Change<Individual> change = switch (PersonForm.read(fields, List.of())) {
            case Change.Refused<Draft> no -> Change.refused(no.reason());
            case Change.Done<Draft> read -> individuals.add(his(caller, read.value()), caller.login());
        };
        return CustomerDesk.tell(change, SAVED, next)
                .map(person -> AGAIN + "/" + person.id())
                .orElse(AGAIN);
    }

    @PostMapping("/persons/{id}")
    @Demands(Right.CUSTOMER_CHANGE)
    String change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Individual before = desk.person(caller, id);
        Change<Individual> change = switch (PersonForm.read(fields, before.contacts())) {
            case Change.Refused<Draft> no -> Change.refused(no.reason());
            case Change.Done<Draft> read -> individuals.change(before.id(), his(caller, read.value()), caller.login());
        };
        CustomerDesk.tell(change, SAVED, next);
        return AGAIN + "/" + before.id();
    }

    @PostMapping("/persons/{id}/certificate")
    @Demands({Right.CUSTOMER_SEE, Right.NUMBER_SEE})
    View certificate(Caller caller, @PathVariable long id) {
        long person = desk.person(caller, id).id();
        String number = individuals
                .certificateOf(person, caller.login())
                .map(Certificate::number)
                .orElseThrow(CustomerDesk::missing);
        return pages.html("party/number-shown", Map.of("digits", number));
    }

    private View persons(Caller caller, Slice<Individual> slice) {
        return pages.html("party/persons", Map.of("slice", slice, "areas", desk.areas(caller)));
    }

    private static Draft his(Caller caller, Draft read) {
        CustomerDesk.his(caller, read.areaPath());
        return read;
    }
}
