package org.omnihall.hall.console.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.omnihall.hall.catalogue.Answered;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Refusal;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Orders at the desk. What the channel may not complete is refused by ordering itself (requirement B16); here it is said which rule refused it
 * and where it can be done instead.
 */
@Controller
class SellingScreen {

    private final DeskCounter counter;
    private final Selling selling;
    private final Elsewhere elsewhere;
    private final DeskSlots slots;
    private final Languages languages;
    private final Pages pages;

    SellingScreen(
            DeskCounter counter,
            Selling selling,
            DeskSlots slots,
            Elsewhere elsewhere,
            Languages languages,
            Pages pages) {
        this.counter = counter;
        this.selling = selling;
        this.elsewhere = elsewhere;
        this.slots = slots;
        this.languages = languages;
        this.pages = pages;
    }

    /** What is on the page, for whom, in which language. */
    private record Asked(Served served, Offer offer, Locale language) {}

    /**
     * What a form carries along.
     *
     * @param key names the order, so that a form that is sent twice orders once
     * @param slot whether the slot offered it
     */
    private record Sent(String key, boolean slot) {

        static Sent read(Typed form) {
            String key = form.text("key");
            return new Sent(key.matches("desk [0-9a-f-]{36}") ? key : Selling.key(), form.ticked("slot"));
        }
    }

    /** What is done with what was typed. */
    enum Act {
        ORDER,
        TRY,
        /** It becomes a cart, to be handed over. */
        CART
    }

    /** The choice among the offers of the page. */
    @GetMapping("/desk/visits/{visit}/offerings")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    String choose(Caller caller, @PathVariable UUID visit, @RequestParam(defaultValue = "") String offering) {
        Served served = counter.at(caller, visit);
        return selling.offer(offering, served.here())
                .map(offer -> page(served) + "/offerings/" + offer.offering().code())
                .orElse(page(served));
    }

    @GetMapping("/desk/visits/{visit}/offerings/{offering}")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    View form(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable String offering,
            @RequestParam(defaultValue = "false") boolean slot,
            Locale language) {
        Served served = counter.at(caller, visit);
        Offer offer = selling.offer(offering, served.here()).orElseThrow(DeskCounter::missing);
        Answered begun = Answered.of(offer.offering(), offer.offering().least(), Map.of());
        return view(new Asked(served, offer, language), begun, new Sent(Selling.key(), slot), Optional.empty());
    }

    @PostMapping("/desk/visits/{visit}/offerings/{offering}")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    ModelAndView order(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable String offering,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "ORDER") Act act,
            Locale language,
            RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        Offer offer = selling.offer(offering, served.here()).orElseThrow(DeskCounter::missing);
        Asked asked = new Asked(served, offer, language);
        Answered answered = Answered.read(offer.offering(), fields);
        Sent sent = Sent.read(answered.form());
        if (!answered.form().fault(Answered.QUANTITY).isEmpty()) {
            return new ModelAndView(view(asked, answered, sent, Optional.empty()));
        }
        return switch (placed(served, act, answered, sent.key())) {
            case Placement.Placed placed -> new ModelAndView(taken(served, act, placed.order(), sent, next));
            case Placement.Refused refused ->
                new ModelAndView(view(asked, answered, sent, Optional.of(refused.reason())));
        };
    }

    private Placement placed(Served served, Act act, Answered answered, String key) {
        String offering = answered.offering().code();
        return switch (act) {
            case ORDER -> selling.order(served, Wish.add(offering, answered.quantity(), answered.answers()), key);
            case TRY -> selling.order(served, Wish.trial(offering, answered.quantity(), answered.answers()), key);
            case CART -> selling.cart(served, Wish.add(offering, answered.quantity(), answered.answers()), key);
        };
    }

    /** Goes on with a cart, whoever began it. */
    @PostMapping("/desk/visits/{visit}/orders/{order}/place")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    String place(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable long order,
            Locale language,
            RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        return told(served, selling.place(served, order), order, language, next);
    }

    @PostMapping("/desk/visits/{visit}/orders/{order}/cancel")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    String cancel(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable long order,
            @RequestParam(defaultValue = "") String remark,
            Locale language,
            RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        String text = remark.strip();
        return told(
                served,
                selling.cancel(served, order, text.length() > 200 ? text.substring(0, 200) : text),
                order,
                language,
                next);
    }

    /** Keeps what was tried. */
    @PostMapping("/desk/visits/{visit}/products/{product}/keep")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    String keep(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable long product,
            Locale language,
            RedirectAttributes next) {
        return product(counter.at(caller, visit), product, selling::keep, language, next);
    }

    @PostMapping("/desk/visits/{visit}/products/{product}/stop")
    @Demands({Right.DESK_SERVE, Right.ORDER_CHANGE})
    String stop(
            Caller caller,
            @PathVariable UUID visit,
            @PathVariable long product,
            Locale language,
            RedirectAttributes next) {
        return product(counter.at(caller, visit), product, selling::stop, language, next);
    }

    private String product(
            Served served,
            long id,
            BiFunction<Served, Product, Placement> act,
            Locale language,
            RedirectAttributes next) {
        Product product = selling.product(served, id).orElseThrow(DeskCounter::missing);
        switch (act.apply(served, product)) {
            case Placement.Placed placed ->
                Flash.good(next, "console.desk.ordered", placed.order().id());
            case Placement.Refused refused -> refused(served, refused.reason(), product.offering(), language, next);
        }
        return page(served);
    }

    private String taken(Served served, Act act, Order order, Sent sent, RedirectAttributes next) {
        if (sent.slot()) {
            var _ = slots.wanted(served);
        }
        return switch (act) {
            case ORDER, TRY -> {
                Flash.good(next, "console.desk.ordered", order.id());
                yield page(served);
            }
            case CART -> page(served) + "/hand-over?order=" + order.id();
        };
    }

    private String told(Served served, OrderChange change, long order, Locale language, RedirectAttributes next) {
        switch (change) {
            case OrderChange.Done done ->
                Flash.good(next, "console.desk.orderLed", done.order().id());
            case OrderChange.Refused refused -> {
                String offering = selling.his(served, order).stream()
                        .flatMap(one -> one.items().stream())
                        .filter(item -> item.action() != ItemAction.TERMINATE)
                        .map(item -> item.offering())
                        .filter(code ->
                                refused.detail().isEmpty() || refused.detail().equals(code))
                        .findFirst()
                        .orElse("");
                refused(served, refused.reason(), offering, language, next);
            }
        }
        return page(served);
    }

    /** Names the rule and, where the channel is what it refused, where it can be done instead. */
    private void refused(Served served, Refusal reason, String offering, Locale language, RedirectAttributes next) {
        String rule = languages.in(language).of("ordering.refused", reason);
        if (isOfChannel(reason)) {
            Flash.bad(next, "console.desk.refusedHere", rule, elsewhere(served, offering, language));
        } else {
            Flash.bad(next, "console.desk.refused", rule);
        }
    }

    private static boolean isOfChannel(Refusal reason) {
        return reason == Refusal.NOT_ON_THIS_CHANNEL
                || reason == Refusal.SENSITIVE_OUTSIDE_OWN_STORE
                || reason == Refusal.CHANNEL_NOT_OPEN;
    }

    private String elsewhere(Served served, String offering, Locale language) {
        return elsewhere
                .business(offering)
                .map(business -> elsewhere.names(served, business, language))
                .orElse("–");
    }

    private View view(Asked asked, Answered answered, Sent sent, Optional<Refusal> refused) {
        ProductOffering offering = asked.offer().offering();
        OrderForm form = new OrderForm(
                asked.offer(),
                selling.prices(offering),
                asked.offer().barred().isPresent() ? elsewhere(asked.served(), offering.code(), asked.language()) : "",
                answered,
                refused,
                refused.filter(reason -> reason == Refusal.KEY_REUSED)
                        .map(reason -> Selling.key())
                        .orElse(sent.key()),
                sent.slot());
        Served served = asked.served();
        return pages.html("console/offering", Map.of("visit", served.visit(), "here", served.here(), "form", form));
    }

    private static String page(Served served) {
        return "redirect:/desk/visits/" + served.visit().id();
    }
}
