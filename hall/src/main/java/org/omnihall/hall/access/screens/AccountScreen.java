package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Profiles;
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

/** Network accounts with a password: fixed-line and 802.1X users. Passwords go in and never come out. */
@Controller
class AccountScreen {

    private static final String AGAIN = "redirect:/accounts";

    private final Accounts accounts;
    private final Profiles profiles;
    private final Desk desk;
    private final Pages pages;

    AccountScreen(Accounts accounts, Profiles profiles, Desk desk, Pages pages) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/accounts")
    @Demands(Right.ACCOUNT_CHANGE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = "") String standing,
            Paging paging) {
        Accounts.Filter filter = new Accounts.Filter(caller.areaPath(), name, profile, standing);
        List<Accounts.Row> rows =
                accounts.list(filter, paging.after().map(List::getFirst).orElse(""), paging.limit());
        return pages.html(
                "access/accounts",
                Map.of(
                        "slice", paging.slice(rows, row -> List.of(row.name())),
                        "profiles", profiles.all(),
                        "areas", desk.areas(caller)));
    }

    @PostMapping("/accounts")
    @Demands(Right.ACCOUNT_CHANGE)
    String add(
            Caller caller,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> method,
            RedirectAttributes next) {
        Desk.tell(accounts.add(desk.draft(caller, with(fields, method, caller)), caller.login()), "access.saved", next);
        return AGAIN;
    }

    @PostMapping("/accounts/change")
    @Demands(Right.ACCOUNT_CHANGE)
    String change(
            Caller caller,
            @RequestParam String name,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> method,
            RedirectAttributes next) {
        his(caller, name);
        Desk.tell(
                accounts.change(desk.draft(caller, with(fields, method, caller)), caller.login()),
                "access.saved",
                next);
        return AGAIN;
    }

    @PostMapping("/accounts/{id}/remove")
    @Demands(Right.ACCOUNT_CHANGE)
    String remove(Caller caller, @PathVariable long id, @RequestParam String name, RedirectAttributes next) {
        if (his(caller, name).id() == id) {
            Desk.tell(accounts.remove(id, caller.login()), "access.removed", next);
        }
        return AGAIN;
    }

    private static Map<String, String> with(Map<String, String> fields, List<String> method, Caller caller) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("methods", String.join(" ", method));
        all.putIfAbsent("area", caller.areaPath());
        return all;
    }

    private Accounts.Row his(Caller caller, String name) {
        return accounts.list(new Accounts.Filter(caller.areaPath(), name, "", ""), "", 1).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(Desk::missing);
    }
}
