package org.omnihall.hall.party.numbers;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.NumberList;
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

/** Numbers that are served, or refused, whatever the number plan says. */
@Controller
class ListScreen {

    private static final String AGAIN = "redirect:/number-list";

    private final SpecialNumbers numbers;
    private final SpecialNumberLists lists;
    private final NumberDesk desk;
    private final Pages pages;

    ListScreen(SpecialNumbers numbers, SpecialNumberLists lists, NumberDesk desk, Pages pages) {
        this.numbers = numbers;
        this.lists = lists;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/number-list")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    View list(@RequestParam(defaultValue = "") String number, @RequestParam Optional<NumberList> list, Paging paging) {
        return pages.html("party/number-list", Map.of("slice", lists.listed(NumberDesk.asked(number), list, paging)));
    }

    @PostMapping("/number-list")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String add(
            Caller caller,
            @RequestParam String number,
            @RequestParam NumberList list,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Msisdn> msisdn = Msisdn.parse(number);
        if (msisdn.isEmpty() || reason.length() > SpecialNumbers.LONGEST_REASON) {
            Flash.bad(next, msisdn.isEmpty() ? "party.numbers.fault.NUMBER" : "intake.fault.TOO_LONG");
            return AGAIN;
        }
        numbers.list(msisdn.get(), list, reason.strip(), actor);
        Flash.good(next, "party.list.added", msisdn.get().masked());
        return AGAIN;
    }

    @PostMapping("/number-list/{id}/remove")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        String actor = caller.whole();
        lists.listed(id).ifPresent(entry -> {
            numbers.unlist(entry.msisdn(), actor);
            Flash.good(next, "party.list.removed", entry.msisdn().masked());
        });
        return AGAIN;
    }

    @PostMapping("/number-list/{id}/reveal")
    @Demands(Right.NUMBER_SEE)
    View reveal(Caller caller, @PathVariable long id) {
        return desk.reveal(
                caller,
                lists.listed(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .msisdn());
    }
}
