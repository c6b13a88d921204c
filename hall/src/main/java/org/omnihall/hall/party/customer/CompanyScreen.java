package org.omnihall.hall.party.customer;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.AccountManagers;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Tier;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Companies: the list, and the page of one. */
@Controller
class CompanyScreen {

    private static final String AGAIN = "redirect:/companies";
    private static final String SAVED = "party.saved";

    private final Companies companies;
    private final CompanyForm form;
    private final CompanyPages gathered;
    private final Tiers tiers;
    private final AccountManagers managers;
    private final Grids grids;
    private final CustomerDesk desk;
    private final Pages pages;

    CompanyScreen(
            Companies companies,
            CompanyForm form,
            CompanyPages gathered,
            Tiers tiers,
            AccountManagers managers,
            Grids grids,
            CustomerDesk desk,
            Pages pages) {
        this.companies = companies;
        this.form = form;
        this.gathered = gathered;
        this.tiers = tiers;
        this.managers = managers;
        this.grids = grids;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/companies")
    @Demands(Right.CUSTOMER_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String tier,
            @RequestParam(defaultValue = "") String area,
            @RequestParam Optional<Long> grid,
            @RequestParam(defaultValue = "") String manager,
            Paging paging) {
        Companies.Filter filter =
                new Companies.Filter(CustomerDesk.asked(caller, area), name, Tier.named(tier), grid, manager.strip());
        return pages.html(
                "party/companies",
                Map.of(
                        "slice",
                        companies.search(filter, paging),
                        "areas",
                        desk.areas(caller),
                        "grids",
                        grids.names(caller.areaPath())));
    }

    @GetMapping("/companies/{id}")
    @Demands(Right.CUSTOMER_SEE)
    View one(Caller caller, @PathVariable long id, Paging paging) {
        Company company = desk.company(caller, id);
        return pages.html("party/company", Map.of("page", gathered.of(company, paging), "areas", desk.areas(caller)));
    }

    @PostMapping("/companies")
    @Demands(Right.CUSTOMER_CHANGE)
    String add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        Change<Company> change = switch (form.read(fields)) {
            case Change.Refused<Facts> no -> Change.refused(no.reason());
            case Change.Done<Facts> read -> companies.add(his(caller, read.value()), caller.login());
        };
        return CustomerDesk.tell(change, SAVED, next)
                .map(company -> AGAIN + "/" + company.id())
                .orElse(AGAIN);
    }

    @PostMapping("/companies/{id}")
    @Demands(Right.CUSTOMER_CHANGE)
    String change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        long company = desk.company(caller, id).id();
        Change<Company> change = switch (form.read(fields)) {
            case Change.Refused<Facts> no -> Change.refused(no.reason());
            case Change.Done<Facts> read -> companies.change(company, his(caller, read.value()), caller.login());
        };
        return back(company, change, next);
    }

    /** An empty manager leaves the company to its grid's. */
    @PostMapping("/companies/{id}/manager")
    @Demands(Right.CUSTOMER_CHANGE)
    String manager(Caller caller, @PathVariable long id, @RequestParam String manager, RedirectAttributes next) {
        long company = desk.company(caller, id).id();
        Optional<String> login = Optional.of(manager).filter(given -> !given.isEmpty());
        return back(company, managers.appoint(company, login, caller.login()), next);
    }

    @PostMapping("/companies/{id}/tier")
    @Demands(Right.CUSTOMER_CHANGE)
    String pin(
            Caller caller,
            @PathVariable long id,
            @RequestParam Tier tier,
            @RequestParam String reason,
            RedirectAttributes next) {
        long company = desk.company(caller, id).id();
        return back(company, tiers.pin(company, tier, reason, caller.login()), next);
    }

    @PostMapping("/companies/{id}/unpin")
    @Demands(Right.CUSTOMER_CHANGE)
    String unpin(Caller caller, @PathVariable long id, RedirectAttributes next) {
        long company = desk.company(caller, id).id();
        return back(company, tiers.unpin(company, caller.login()), next);
    }

    private static Facts his(Caller caller, Facts read) {
        CustomerDesk.his(caller, read.areaPath());
        return read;
    }

    private static String back(long company, Change<?> change, RedirectAttributes next) {
        CustomerDesk.tell(change, SAVED, next);
        return AGAIN + "/" + company;
    }
}
