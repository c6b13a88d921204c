package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.omnihall.hall.shell.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The businesses that channels carry: list and form. */
@Controller
class BusinessScreen {

    private static final String AGAIN = "redirect:/businesses";

    private final Businesses businesses;
    private final Pages pages;

    BusinessScreen(Businesses businesses, Pages pages) {
        this.businesses = businesses;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry businessesLine() {
        return new NavigationEntry(
                "/businesses",
                "catalogue.business.title",
                "list-details",
                Right.CATALOGUE_SEE,
                NavigationEntry.Group.PRODUCTS,
                20);
    }

    @GetMapping("/businesses")
    @Demands(Right.CATALOGUE_SEE)
    View list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String complexity,
            Paging paging) {
        String looked = text.strip().toLowerCase(Locale.ROOT);
        String after = paging.after().map(List::getFirst).orElse("");
        List<Business> rows = businesses.all().stream()
                .filter(one -> one.code().compareTo(after) > 0)
                .filter(one -> type.isEmpty() || one.type().name().equals(type))
                .filter(one -> complexity.isEmpty() || one.complexity().name().equals(complexity))
                .filter(one -> (one.code() + "\n" + one.name() + "\n" + one.englishName())
                        .toLowerCase(Locale.ROOT)
                        .contains(looked))
                .limit(paging.limit())
                .toList();
        Slice<Business> slice = paging.slice(rows, one -> List.of(one.code()));
        return pages.html("catalogue/businesses", Map.of("slice", slice, "rule", businesses.complexity()));
    }

    @GetMapping("/businesses/new")
    @Demands(Right.CATALOGUE_CHANGE)
    View blank() {
        return form(Optional.empty(), new Typed(Map.of("documents", "0", "approvals", "0")));
    }

    @GetMapping("/businesses/{code}")
    @Demands(Right.CATALOGUE_CHANGE)
    View one(@PathVariable String code) {
        return form(Optional.of(known(code)), BusinessFields.of(known(code)));
    }

    @PostMapping("/businesses")
    @Demands(Right.CATALOGUE_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String actor = caller.whole();
        Typed in = new Typed(typed);
        return read(in).map(wanted -> said(businesses.add(wanted, actor), Optional.empty(), in, next))
                .orElseGet(() -> new ModelAndView(form(Optional.empty(), in)));
    }

    @PostMapping("/businesses/{code}")
    @Demands(Right.CATALOGUE_CHANGE)
    ModelAndView change(
            Caller caller,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Business> before = Optional.of(known(code));
        Typed in = new Typed(typed).with("code", code);
        return read(in).map(wanted -> said(businesses.change(wanted, actor), before, in, next))
                .orElseGet(() -> new ModelAndView(form(before, in)));
    }

    @PostMapping("/businesses/{code}/remove")
    @Demands(Right.CATALOGUE_CHANGE)
    String remove(Caller caller, @PathVariable String code, RedirectAttributes next) {
        String actor = caller.whole();
        known(code);
        CatalogueDesk.tell(businesses.remove(code, actor), "catalogue.removed", next);
        return AGAIN;
    }

    private Optional<Business> read(Typed in) {
        return BusinessFields.read(in, businesses.thresholds(), businesses.complexity());
    }

    private ModelAndView said(BusinessChange change, Optional<Business> before, Typed in, RedirectAttributes next) {
        return switch (change) {
            case BusinessChange.Done done -> {
                Flash.good(next, "catalogue.saved", in.text("name"));
                yield new ModelAndView(AGAIN);
            }
            case BusinessChange.Refused no -> {
                in.wrong("code", "catalogue.refused." + no.reason().name());
                yield new ModelAndView(form(before, in));
            }
        };
    }

    private View form(Optional<Business> business, Typed in) {
        return pages.html("catalogue/business-form", Map.of("business", business, "form", in));
    }

    private Business known(String code) {
        return businesses.find(code).orElseThrow(CatalogueDesk::missing);
    }
}
