package org.omnihall.hall.ordering.bill;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
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

/** Bills of the caller's Area: listed, shown with their lines, and settled. */
@Controller
class BillScreen {

    private final BillTable table;
    private final BillCycles cycles;
    private final BillDesk desk;
    private final Named named;
    private final Pages pages;

    BillScreen(BillTable table, BillCycles cycles, BillDesk desk, Named named, Pages pages) {
        this.table = table;
        this.cycles = cycles;
        this.desk = desk;
        this.named = named;
        this.pages = pages;
    }

    /** Whom a typed name means, and what stands for ids. */
    @Component("namedOnBills")
    record Named(Companies companies, BillNames names) {}

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
        Map<Long, BillCycle> known =
                cycles.find(slice.rows().stream().map(Bill::account).collect(Collectors.toSet()));
        return pages.html(
                "ordering/bills", Map.of("slice", slice, "owners", named.names().owners(known.values())));
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
                                        .map(named.names()::owner)
                                        .orElse("–"),
                        "offerings", named.names().offerings(language),
                        "numbers", named.names().numbers(bill.lines())));
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

    private Bill his(Caller caller, long id) {
        return table.find(id)
                .filter(bill -> caller.covers(bill.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nothing where what was typed names nobody, or more than one. */
    private Optional<BillFilter> filter(Caller caller, Map<String, String> typed) {
        String company = typed.getOrDefault("company", "").strip();
        String account = typed.getOrDefault("account", "").strip();
        Optional<Long> companyId = Optional.of(company)
                .filter(name -> !name.isEmpty())
                .flatMap(named.companies()::typed)
                .map(Company::id);
        boolean nobody = (!company.isEmpty() && companyId.isEmpty()) || !account.matches("\\d{0,18}");
        return nobody
                ? Optional.empty()
                : Optional.of(new BillFilter(
                        caller.areaPath(),
                        companyId,
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
