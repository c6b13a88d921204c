package org.omnihall.hall.ordering.bill;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bills of the caller's Area: listed, shown with their lines, settled, and put right on the next one. */
@Controller
class BillScreen {

    private static final int MONTHS_SHOWN = 24;
    private static final int LONGEST = 200;

    private final BillTable table;
    private final BillBook.Running running;
    private final BillCycles cycles;
    private final BillDesk desk;
    private final Named named;
    private final Pages pages;

    BillScreen(BillBook.Running running, BillCycles cycles, BillDesk desk, Named named, Pages pages) {
        this.table = running.table();
        this.running = running;
        this.cycles = cycles;
        this.desk = desk;
        this.named = named;
        this.pages = pages;
    }

    /** What people call owners, offerings and subscribers. */
    @Component("billNames")
    record Named(Companies companies, Individuals individuals, Offerings offerings, Subscribers subscribers) {

        String owner(PartyRef owner) {
            return switch (owner.kind()) {
                case COMPANY -> companies.find(owner.id()).map(Company::name).orElse("–");
                case INDIVIDUAL ->
                    individuals.find(owner.id()).map(one -> masked(one.name())).orElse("–");
                case SUBSCRIBER -> "–";
            };
        }

        private static String masked(String name) {
            return name.isEmpty() ? "–" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        }

        Map<String, String> offerings(Locale language) {
            Map<String, String> names = new HashMap<>();
            offerings.all().forEach((ProductOffering one) -> names.put(one.code(), one.name(language)));
            return names;
        }

        /** Masked, by subscriber. */
        Map<Long, String> numbers(List<BillLine> lines) {
            Map<Long, String> numbers = new HashMap<>();
            subscribers
                    .numbersOf(lines.stream()
                            .map(BillLine::subscriber)
                            .flatMap(Optional::stream)
                            .distinct()
                            .toList())
                    .forEach((id, number) -> numbers.put(id, number.masked()));
            return numbers;
        }
    }

    @Bean
    static NavigationEntry billsLine() {
        return new NavigationEntry(
                "/bills", "ordering.bills.title", "file-text", Right.ORDER_SEE, NavigationEntry.Group.PRODUCTS, 65);
    }

    @GetMapping("/bills")
    @Demands(Right.ORDER_SEE)
    View list(Caller caller, @RequestParam Map<String, String> typed, Paging paging) {
        Slice<Bill> slice = filter(caller, typed)
                .map(filter -> table.list(filter, paging))
                .orElseGet(() -> new Slice<>(List.of(), Optional.empty(), Optional.empty()));
        Map<Long, String> owners = new HashMap<>();
        slice.rows().stream()
                .map(Bill::account)
                .distinct()
                .forEach(account -> owners.put(
                        account,
                        cycles.find(account)
                                .map(cycle -> named.owner(cycle.owner()))
                                .orElse("–")));
        return pages.html("ordering/bills", Map.of("slice", slice, "owners", owners));
    }

    @GetMapping("/bills/{id}")
    @Demands(Right.ORDER_SEE)
    View one(Caller caller, @PathVariable long id, Locale language) {
        Bill bill = his(caller, id);
        return pages.html(
                "ordering/bill",
                Map.of(
                        "bill", bill,
                        "owner",
                                cycles.find(bill.account())
                                        .map(cycle -> named.owner(cycle.owner()))
                                        .orElse("–"),
                        "offerings", named.offerings(language),
                        "numbers", named.numbers(bill.lines())));
    }

    @GetMapping("/bills/accounts/{account}")
    @Demands(Right.ORDER_SEE)
    View account(Caller caller, @PathVariable long account, Locale language) {
        BillCycle cycle = his(caller, cycles.find(account));
        List<BillLine> running = this.running.of(account);
        return pages.html(
                "ordering/bill-account",
                Map.of(
                        "cycle", cycle,
                        "owner", named.owner(cycle.owner()),
                        "bills", table.ofAccount(account, true, MONTHS_SHOWN),
                        "running", running,
                        "offerings", named.offerings(language),
                        "numbers", named.numbers(running)));
    }

    /** It was paid, wherever; the receipt's number is asked for. */
    @PostMapping("/bills/{id}/settle")
    @Demands(Right.ORDER_CHANGE)
    String settle(Caller caller, @PathVariable long id, @RequestParam String receipt, RedirectAttributes next) {
        Bill bill = his(caller, id);
        if (receipt.isBlank() || receipt.length() > 60) {
            Flash.bad(next, "ordering.badReceipt");
        } else if (desk.settle(bill.id(), receipt.strip(), caller.login())) {
            Flash.good(next, "ordering.done");
        } else {
            Flash.bad(next, "ordering.bill.notOpen");
        }
        return "redirect:/bills/" + id;
    }

    @PostMapping("/bills/accounts/{account}/correct")
    @Demands(Right.ORDER_CHANGE)
    String correct(
            Caller caller,
            @PathVariable long account,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        BillCycle cycle = his(caller, cycles.find(account).filter(BillCycle::ours));
        String remark = typed.getOrDefault("remark", "").strip();
        String yuan = typed.getOrDefault("yuan", "").strip();
        Optional<Msisdn> number = Msisdn.parse(typed.getOrDefault("number", ""));
        boolean sound = yuan.matches("-?\\d{1,9}(\\.\\d{1,2})?")
                && new BigDecimal(yuan).signum() != 0
                && !remark.isEmpty()
                && remark.length() <= LONGEST
                && (number.isPresent() || typed.getOrDefault("number", "").isBlank());
        if (sound) {
            desk.correct(
                    cycle,
                    new BillDesk.Correction(
                            new BigDecimal(yuan).movePointRight(2).longValueExact(),
                            number.flatMap(named.subscribers()::find),
                            remark),
                    caller.login());
            Flash.good(next, "ordering.bill.corrected");
        } else {
            Flash.bad(next, "ordering.bill.badCorrection");
        }
        return "redirect:/bills/accounts/" + account;
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
        return "redirect:/bills/accounts/" + account;
    }

    private Bill his(Caller caller, long id) {
        return table.find(id)
                .filter(bill -> caller.covers(bill.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static BillCycle his(Caller caller, Optional<BillCycle> cycle) {
        return cycle.filter(one -> caller.covers(one.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nothing where what was typed names nobody. */
    private Optional<BillFilter> filter(Caller caller, Map<String, String> typed) {
        String company = typed.getOrDefault("company", "").strip();
        String account = typed.getOrDefault("account", "").strip();
        Optional<Long> companyId =
                named.companies().like(company).stream().map(Company::id).findFirst();
        boolean nobody = (!company.isEmpty() && companyId.isEmpty()) || !account.matches("\\d{0,18}");
        return nobody
                ? Optional.empty()
                : Optional.of(new BillFilter(
                        caller.areaPath(),
                        company.isEmpty() ? Optional.empty() : companyId,
                        account.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(account)),
                        month(typed.getOrDefault("month", "")),
                        List.of(Bill.State.values()).stream()
                                .filter(state -> state.name().equals(typed.get("state")))
                                .findFirst()));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
