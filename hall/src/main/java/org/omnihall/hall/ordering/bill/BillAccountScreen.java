package org.omnihall.hall.ordering.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account of the caller's Area: its bills, what its running period has cost, corrections, and the day on which its periods begin. */
@Controller
class BillAccountScreen {

    private static final int MONTHS_SHOWN = 24;
    private static final int LONGEST = 200;

    private final Shown shown;
    private final BillCycles cycles;
    private final BillDesk desk;
    private final Subscribers subscribers;
    private final Pages pages;

    BillAccountScreen(Shown shown, BillCycles cycles, BillDesk desk, Subscribers subscribers, Pages pages) {
        this.shown = shown;
        this.cycles = cycles;
        this.desk = desk;
        this.subscribers = subscribers;
        this.pages = pages;
    }

    /** What stands on the page. */
    @Component("shownOfAccount")
    record Shown(BillTable table, BillBook.Running running, BillNames names) {}

    @GetMapping("/bills/accounts/{account}")
    @Demands(Right.ORDER_SEE)
    View account(Caller caller, @PathVariable long account, Locale language) {
        return page(his(caller, cycles.find(account)), new Typed(Map.of()), language);
    }

    private View page(BillCycle cycle, Typed correction, Locale language) {
        List<BillLine> running = shown.running().of(cycle.account());
        return pages.html(
                "ordering/bill-account",
                Map.of(
                        "cycle", cycle,
                        "owner", shown.names().owner(cycle),
                        "bills", shown.table().headsOfAccount(cycle.account(), MONTHS_SHOWN),
                        "running", running,
                        "offerings", shown.names().offerings(language),
                        "numbers", shown.names().numbers(running),
                        "correction", correction));
    }

    @PostMapping("/bills/accounts/{account}/correct")
    @Demands(Right.ORDER_CHANGE)
    ModelAndView correct(
            Caller caller,
            @PathVariable long account,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next,
            Locale language) {
        BillCycle cycle = his(caller, cycles.find(account).filter(BillCycle::ours));
        Typed typed = new Typed(fields);
        Optional<BillDesk.Correction> correction = correction(typed);
        if (correction.isEmpty()) {
            return new ModelAndView(page(cycle, typed, language));
        }
        desk.correct(cycle, correction.get(), caller.login());
        Flash.good(next, "ordering.bill.corrected");
        return new ModelAndView(address(account));
    }

    private Optional<BillDesk.Correction> correction(Typed typed) {
        String yuan = typed.text("yuan");
        if (!yuan.matches("-?\\d{1,9}(\\.\\d{1,2})?") || new BigDecimal(yuan).signum() == 0) {
            typed.wrong("yuan", "ordering.bill.badSum");
        }
        Optional<Long> subscriber = Msisdn.parse(typed.text("number")).flatMap(subscribers::find);
        if (typed.has("number") && subscriber.isEmpty()) {
            typed.wrong("number", "ordering.bill.unknownNumber");
        }
        String remark = typed.required("remark", LONGEST);
        return typed.isWrong()
                ? Optional.empty()
                : Optional.of(new BillDesk.Correction(
                        new BigDecimal(yuan).movePointRight(2).longValueExact(), subscriber, remark));
    }

    @PostMapping("/bills/accounts/{account}/cycle")
    @Demands(Right.ORDER_CHANGE)
    String cycle(Caller caller, @PathVariable long account, @RequestParam String day, RedirectAttributes next) {
        BillCycle cycle = his(caller, cycles.find(account).filter(BillCycle::ours));
        if (day.matches("[1-9]|1\\d|2[0-8]")) {
            desk.putDay(cycle, Integer.parseInt(day), caller.login());
            Flash.good(next, "ordering.done");
        } else {
            Flash.bad(next, "ordering.bill.badDay");
        }
        return address(account);
    }

    private static String address(long account) {
        return "redirect:/bills/accounts/" + account;
    }

    private static BillCycle his(Caller caller, Optional<BillCycle> cycle) {
        return cycle.filter(one -> caller.covers(one.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
