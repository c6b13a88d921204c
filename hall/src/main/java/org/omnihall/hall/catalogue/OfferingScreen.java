package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The offerings: list, page, form. */
@Controller
class OfferingScreen {

    private final Offerings offerings;
    private final OfferingBook book;
    private final Businesses businesses;
    private final OfferingPage page;
    private final Pages pages;

    OfferingScreen(Offerings offerings, OfferingBook book, Businesses businesses, OfferingPage page, Pages pages) {
        this.offerings = offerings;
        this.book = book;
        this.businesses = businesses;
        this.page = page;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry offeringsLine() {
        return new NavigationEntry(
                "/offerings",
                "catalogue.offering.title",
                "ticket",
                Right.CATALOGUE_SEE,
                NavigationEntry.Group.PRODUCTS,
                10);
    }

    @GetMapping("/offerings")
    @Demands(Right.CATALOGUE_SEE)
    View list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String buyer,
            Paging paging) {
        return page.list(new OfferingFilter(text, family, state, buyer).page(offerings.all(), paging));
    }

    @GetMapping("/offerings/new")
    @Demands(Right.CATALOGUE_CHANGE)
    View blank() {
        return form(Optional.empty(), new Typed(Map.of("least", "1", "most", "1", "buyers", "COMPANY")));
    }

    @GetMapping("/offerings/{code}")
    @Demands(Right.CATALOGUE_SEE)
    View one(@PathVariable String code) {
        return page.of(known(code));
    }

    @GetMapping("/offerings/{code}/edit")
    @Demands(Right.CATALOGUE_CHANGE)
    View edit(@PathVariable String code) {
        return form(Optional.of(known(code)), OfferingFields.of(known(code)));
    }

    @PostMapping("/offerings")
    @Demands(Right.CATALOGUE_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String actor = caller.whole();
        Typed in = new Typed(typed);
        return OfferingFields.read(in, List.of())
                .map(wanted -> said(book.add(wanted, actor), Optional.empty(), in, next))
                .orElseGet(() -> new ModelAndView(form(Optional.empty(), in)));
    }

    @PostMapping("/offerings/{code}")
    @Demands(Right.CATALOGUE_CHANGE)
    ModelAndView change(
            Caller caller,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        String actor = caller.whole();
        Optional<ProductOffering> before = Optional.of(known(code));
        Typed in = new Typed(typed).with("code", code);
        return OfferingFields.read(in, known(code).asked())
                .map(wanted -> said(book.change(wanted, actor), before, in, next))
                .orElseGet(() -> new ModelAndView(form(before, in)));
    }

    private ModelAndView said(
            OfferingChange change, Optional<ProductOffering> before, Typed in, RedirectAttributes next) {
        return switch (change) {
            case OfferingChange.Done now -> {
                Flash.good(next, "catalogue.saved", now.offering().name(LocaleContextHolder.getLocale()));
                yield new ModelAndView("redirect:/offerings/" + now.offering().code());
            }
            case OfferingChange.Refused no -> {
                in.wrong(no.reason().field(), "catalogue.refused." + no.reason().name());
                yield new ModelAndView(form(before, in));
            }
            case OfferingChange.NotPublished back -> {
                back.obstacles()
                        .forEach(obstacle -> in.wrong(
                                "plan",
                                "catalogue.obstacle." + obstacle.reason().name()));
                yield new ModelAndView(form(before, in));
            }
        };
    }

    private View form(Optional<ProductOffering> offering, Typed in) {
        return pages.html(
                "catalogue/offering-form",
                Map.of(
                        "offering",
                        offering,
                        "form",
                        in,
                        "businesses",
                        businesses.all(),
                        "kinds",
                        offerings.stepKinds().stream().sorted().toList()));
    }

    private ProductOffering known(String code) {
        return offerings.find(code).orElseThrow(CatalogueDesk::missing);
    }
}
