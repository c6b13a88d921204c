package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with one offering on its page: states, prices, questions. */
@Controller
class OfferingLifeScreen {

    private final Offerings offerings;
    private final OfferingBook book;
    private final Prices prices;
    private final ShellSettings settings;
    private final Clock clock;

    OfferingLifeScreen(Offerings offerings, OfferingBook book, Prices prices, ShellSettings settings, Clock clock) {
        this.offerings = offerings;
        this.book = book;
        this.prices = prices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who retires an offering says with which one its customers go on. */
    @PostMapping("/offerings/{code}/state")
    @Demands(Right.CATALOGUE_CHANGE)
    String move(
            Caller caller,
            @PathVariable String code,
            @RequestParam LifeCycle state,
            @RequestParam(defaultValue = "") String migrateTo,
            RedirectAttributes next) {
        String actor = caller.whole();
        known(code);
        OfferingChange change =
                state == LifeCycle.RETIRED ? book.retire(code, migrateTo, actor) : book.move(code, state, actor);
        return said(change, code, next);
    }

    @PostMapping("/offerings/{code}/remove")
    @Demands(Right.CATALOGUE_CHANGE)
    String remove(Caller caller, @PathVariable String code, RedirectAttributes next) {
        String actor = caller.whole();
        known(code);
        OfferingChange change = book.remove(code, actor);
        CatalogueDesk.tell(change, next);
        return change instanceof OfferingChange.Done ? "redirect:/offerings" : "redirect:/offerings/" + code;
    }

    /** Begins at once where no moment is given. */
    @PostMapping("/offerings/{code}/prices")
    @Demands(Right.CATALOGUE_CHANGE)
    String price(
            Caller caller,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        String actor = caller.whole();
        known(code);
        Typed in = new Typed(typed);
        Optional<Price> wanted = price(in, code);
        if (wanted.isEmpty()) {
            return wrong(in, code, next);
        }
        OfferingChange change = in.has("from") ? prices.set(wanted.get(), actor) : prices.setNow(wanted.get(), actor);
        return said(change, code, next);
    }

    @PostMapping("/offerings/{code}/prices/{price}/withdraw")
    @Demands(Right.CATALOGUE_CHANGE)
    String withdraw(Caller caller, @PathVariable String code, @PathVariable long price, RedirectAttributes next) {
        String actor = caller.whole();
        known(code);
        return said(prices.withdraw(code, price, actor), code, next);
    }

    @PostMapping("/offerings/{code}/asked")
    @Demands(Right.CATALOGUE_CHANGE)
    String ask(
            Caller caller,
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        String actor = caller.whole();
        ProductOffering offering = known(code);
        Typed in = new Typed(typed);
        Optional<Characteristic> question = question(in);
        if (question.isEmpty()) {
            return wrong(in, code, next);
        }
        List<Characteristic> asked = new ArrayList<>(offering.asked());
        asked.add(question.get());
        return said(book.change(offering.asking(asked), actor), code, next);
    }

    @PostMapping("/offerings/{code}/asked/{question}/remove")
    @Demands(Right.CATALOGUE_CHANGE)
    String ask(Caller caller, @PathVariable String code, @PathVariable String question, RedirectAttributes next) {
        String actor = caller.whole();
        ProductOffering offering = known(code);
        List<Characteristic> asked = offering.asked().stream()
                .filter(one -> !one.code().equals(question))
                .toList();
        return said(book.change(offering.asking(asked), actor), code, next);
    }

    private Optional<Price> price(Typed in, String code) {
        Optional<Price.Kind> kind = in.choice("kind", Price.Kind.class);
        String unit = kind.filter(one -> one == Price.Kind.USAGE).isPresent() ? in.required("unit", 20) : "";
        if (!in.has("amount")) {
            in.wrong("amount", "shell.fault.EMPTY");
        }
        Optional<Long> fen = in.maybeFen("amount", Price.MOST_FEN);
        Optional<Instant> from =
                in.has("from") ? Amounts.moment(in.text("from"), settings.zone()) : Optional.of(clock.instant());
        if (from.isEmpty()) {
            in.wrong("from", "shell.fault.MALFORMED");
        }
        return in.isWrong()
                ? Optional.empty()
                : Optional.of(new Price(0, code, kind.orElseThrow(), unit, fen.orElseThrow(), from.get()));
    }

    private static Optional<Characteristic> question(Typed in) {
        Optional<Characteristic.Type> type = in.choice("type", Characteristic.Type.class);
        List<String> choices = in.has("choices") ? List.of(in.text("choices").split("\\s*/\\s*", 30)) : List.of();
        Optional<Characteristic> asked = type.map(one -> new Characteristic(
                        in.text("code"), in.text("name"), in.text("englishName"), one, in.ticked("required"), choices))
                .filter(Characteristic::isSound);
        if (asked.isEmpty()) {
            in.wrong("code", "catalogue.fault.QUESTION");
        }
        return asked;
    }

    private static String wrong(Typed in, String code, RedirectAttributes next) {
        Flash.bad(next, in.faults().values().iterator().next());
        return "redirect:/offerings/" + code;
    }

    private static String said(OfferingChange change, String code, RedirectAttributes next) {
        CatalogueDesk.tell(change, next);
        return "redirect:/offerings/" + code;
    }

    private ProductOffering known(String code) {
        return offerings.find(code).orElseThrow(CatalogueDesk::missing);
    }
}
