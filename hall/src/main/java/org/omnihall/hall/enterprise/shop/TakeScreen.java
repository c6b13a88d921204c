package org.omnihall.hall.enterprise.shop;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.catalogue.Answered;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks what an offering wants to know, and puts it into a cart: a new one, or one that the company or its manager has begun (requirement D3). */
@Controller
@OpenToAll
class TakeScreen {

    private final Wares wares;
    private final HallCounter counter;
    private final CompanyOrders orders;
    private final HallPages pages;
    private final Clock clock;

    TakeScreen(Wares wares, HallCounter counter, CompanyOrders orders, HallPages pages, Clock clock) {
        this.wares = wares;
        this.counter = counter;
        this.orders = orders;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/enterprise/offerings/{code}/take")
    @Asks({Role.BUYER, Role.ADMIN})
    ModelAndView ask(
            Member member, @PathVariable String code, @RequestParam(defaultValue = "") String trial, Words words) {
        Ware ware = wares.find(code).orElseThrow(HallPages::notFound);
        boolean tries = trial.equals("true") && ware.tryable();
        return form(member, ware, Answered.of(ware.offering(), ware.offering().least(), Map.of()), tries, words);
    }

    @PostMapping("/enterprise/offerings/{code}/take")
    @Asks({Role.BUYER, Role.ADMIN})
    ModelAndView take(
            Member member,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            Words words,
            RedirectAttributes next) {
        Ware ware = wares.find(code).orElseThrow(HallPages::notFound);
        Answered answered = Answered.read(ware.offering(), fields);
        boolean trial = answered.form().ticked("trial");
        if (answered.isWrong()) {
            return form(member, ware, answered, trial, words);
        }
        Wish wish = new Wish(code, answered.quantity(), ItemAction.ADD, answered.answers(), trial, Optional.empty());
        return switch (put(member, answered, wish)) {
            case OrderChange.Done done -> {
                Flash.good(next, "enterprise.cart.taken");
                yield new ModelAndView(
                        "redirect:/enterprise/carts/" + done.order().id());
            }
            case OrderChange.Refused refused -> {
                answered.form().wrong("cart", "ordering.refused." + refused.reason());
                yield form(member, ware, answered, trial, words);
            }
        };
    }

    private OrderChange put(Member member, Answered answered, Wish wish) {
        Optional<Long> cart = answered.form().maybeNumber("cart", 1, Long.MAX_VALUE);
        if (cart.isPresent()) {
            return counter.add(member, orders.cart(member, cart.get()), wish);
        }
        String key = answered.form().text("key");
        return counter.begin(
                member, key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString(), wish);
    }

    private ModelAndView form(Member member, Ware ware, Answered answered, boolean trial, Words words) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("ware", ware);
        shown.put("answered", answered);
        shown.put("trial", trial);
        shown.put("carts", carts(member, words));
        shown.put("key", UUID.randomUUID().toString());
        shown.put(
                "trialEnd",
                clock.instant().plus(Duration.ofDays(ware.offering().trialDays().orElse(0))));
        return new ModelAndView(pages.html("take", shown));
    }

    private Map<String, String> carts(Member member, Words words) {
        Map<String, String> open = new LinkedHashMap<>();
        open.put("", words.get("enterprise.cart.new"));
        for (Order cart : orders.in(member, OrderState.DRAFT)) {
            open.put(
                    Long.toString(cart.id()),
                    words.get(
                            "enterprise.cart.one",
                            Long.toString(cart.id()),
                            cart.items().size()));
        }
        return open;
    }
}
