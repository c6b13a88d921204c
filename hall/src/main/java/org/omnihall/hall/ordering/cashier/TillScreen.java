package org.omnihall.hall.ordering.cashier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cashiers of the operator, set up and closed by who may change settings, and the money that has to go back. */
@Controller
class TillScreen {

    private final TillBook tills;
    private final AttemptTable attempts;
    private final CashierDesk desk;
    private final Pages pages;

    TillScreen(TillBook tills, AttemptTable attempts, CashierDesk desk, Pages pages) {
        this.tills = tills;
        this.attempts = attempts;
        this.desk = desk;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry cashiersLine() {
        return new NavigationEntry(
                "/cashiers",
                "ordering.cashiers.title",
                "credit-card",
                Right.SETTING_CHANGE,
                NavigationEntry.Group.PRODUCTS,
                70);
    }

    @GetMapping("/cashiers")
    @Demands(Right.SETTING_CHANGE)
    View list(Caller caller) {
        caller.whole();
        return pages.html(
                "ordering/cashiers",
                Map.of(
                        "tills", tills.all(),
                        "refunds", attempts.toRefund(),
                        "refundCount", attempts.countToRefund()));
    }

    @GetMapping("/cashiers/new")
    @Demands(Right.SETTING_CHANGE)
    View blank(Caller caller, @RequestParam(defaultValue = "SANDBOX") String kind) {
        caller.whole();
        return form(TillForm.blank(List.of(CashierKind.values()).stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(CashierKind.SANDBOX)));
    }

    @GetMapping("/cashiers/{code}")
    @Demands(Right.SETTING_CHANGE)
    View one(Caller caller, @PathVariable String code) {
        caller.whole();
        return form(TillForm.of(known(code)));
    }

    @PostMapping("/cashiers")
    @Demands(Right.SETTING_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        TillForm form = new TillForm(fields, Optional.empty());
        if (tills.find(form.text("code").toLowerCase(Locale.ROOT)).isPresent()) {
            form.wrong("code", "TAKEN");
        }
        return save(caller, form, next);
    }

    @PostMapping("/cashiers/{code}")
    @Demands(Right.SETTING_CHANGE)
    ModelAndView change(
            Caller caller,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        return save(caller, new TillForm(fields, Optional.of(known(code))), next);
    }

    private ModelAndView save(Caller caller, TillForm form, RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Till> till = form.read();
        if (till.isEmpty()) {
            return new ModelAndView(form(form));
        }
        tills.put(till.get(), actor);
        Flash.good(next, "ordering.cashier.saved", till.get().code());
        return new ModelAndView("redirect:/cashiers");
    }

    private View form(TillForm form) {
        return pages.html(
                "ordering/cashier",
                Map.of(
                        "form",
                        form,
                        "callback",
                        form.isKnown() ? desk.callback(form.text("code")).toString() : ""));
    }

    private Till known(String code) {
        return tills.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
