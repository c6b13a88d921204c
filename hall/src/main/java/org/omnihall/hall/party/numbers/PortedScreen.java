package org.omnihall.hall.party.numbers;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Operator;
import org.omnihall.hall.party.SpecialNumberLists;
import org.omnihall.hall.party.SpecialNumbers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Numbers that another operator serves than the one they were given out to. */
@Controller
class PortedScreen {

    private static final String AGAIN = "redirect:/ported-numbers";

    private final SpecialNumbers numbers;
    private final SpecialNumberLists lists;
    private final NumberDesk desk;
    private final Pages pages;

    PortedScreen(SpecialNumbers numbers, SpecialNumberLists lists, NumberDesk desk, Pages pages) {
        this.numbers = numbers;
        this.lists = lists;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/ported-numbers")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    View list(
            @RequestParam(defaultValue = "") String number, @RequestParam Optional<Operator> operator, Paging paging) {
        return pages.html("party/ported", Map.of("slice", lists.ported(NumberDesk.asked(number), operator, paging)));
    }

    @PostMapping("/ported-numbers")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String add(Caller caller, @RequestParam String number, @RequestParam Operator operator, RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Msisdn> msisdn = Msisdn.parse(number);
        if (msisdn.isEmpty()) {
            Flash.bad(next, "party.numbers.fault.NUMBER");
            return AGAIN;
        }
        numbers.port(msisdn.get(), operator, actor);
        Flash.good(next, "party.ported.added", msisdn.get().masked());
        return AGAIN;
    }

    @PostMapping("/ported-numbers/{id}/remove")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        String actor = caller.whole();
        lists.ported(id).ifPresent(entry -> {
            numbers.unport(entry.msisdn(), actor);
            Flash.good(next, "party.ported.removed", entry.msisdn().masked());
        });
        return AGAIN;
    }

    @PostMapping("/ported-numbers/{id}/reveal")
    @Demands(Right.NUMBER_SEE)
    View reveal(Caller caller, @PathVariable long id) {
        return desk.reveal(
                caller,
                lists.ported(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .msisdn());
    }
}
