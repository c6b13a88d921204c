package org.omnihall.hall.enterprise.shop;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.catalogue.Answered;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.EnterpriseSettings;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A cart: its items with their answers, a promise of prices, and the order that it becomes. */
@Controller
@OpenToAll
class CartScreen {

    private final CompanyOrders orders;
    private final HallCounter counter;
    private final CartDoors doors;
    private final Wares wares;
    private final HallPages pages;

    CartScreen(CompanyOrders orders, HallCounter counter, CartDoors doors, Wares wares, HallPages pages) {
        this.orders = orders;
        this.counter = counter;
        this.doors = doors;
        this.wares = wares;
        this.pages = pages;
    }

    /** Where carts are led on, and by when prices are promised. */
    @Component
    record CartDoors(Carts carts, Orders orders, EnterpriseSettings settings, Clock clock) {}

    @GetMapping("/enterprise/carts/{id}")
    @Asks({Role.BUYER, Role.ADMIN})
    View cart(Member member, @PathVariable long id, Locale language) {
        Order cart = orders.cart(member, id);
        Map<String, Map<String, ?>> faults = new HashMap<>();
        Map<String, String> asked = new HashMap<>();
        cart.items()
                .forEach(item -> wares.known(item.offering()).ifPresent(offering -> {
                    faults.put(Long.toString(item.id()), faults(offering, item));
                    offering.asked().forEach(one -> asked.put(offering.code() + "." + one.code(), one.name(language)));
                }));
        return pages.html(
                "cart",
                Map.of(
                        "cart", cart,
                        "faults", faults,
                        "asked", asked,
                        "names", wares.names(language),
                        "promised",
                                cart.quotedUntil()
                                        .filter(until -> doors.clock().instant().isBefore(until))));
    }

    private static Map<String, ?> faults(ProductOffering offering, OrderItem item) {
        return switch (item.action()) {
            case ADD, CHANGE -> offering.faults(item.answers());
            case TERMINATE -> Map.of();
        };
    }

    @GetMapping("/enterprise/carts/{id}/items/{item}")
    @Asks({Role.BUYER, Role.ADMIN})
    ModelAndView edit(Member member, @PathVariable long id, @PathVariable long item) {
        Order cart = orders.cart(member, id);
        OrderItem before = item(cart, item);
        return form(cart, before, Answered.of(offering(before), before.quantity(), before.answers()));
    }

    @PostMapping("/enterprise/carts/{id}/items/{item}")
    @Asks({Role.BUYER, Role.ADMIN})
    ModelAndView change(
            Member member,
            @PathVariable long id,
            @PathVariable long item,
            @RequestParam Map<String, String> fields,
            RedirectAttributes next) {
        Order cart = orders.cart(member, id);
        OrderItem before = item(cart, item);
        Answered answered = Answered.read(offering(before), fields);
        if (answered.isWrong()) {
            return form(cart, before, answered);
        }
        Wish wish = new Wish(
                before.offering(),
                answered.quantity(),
                before.action(),
                answered.answers(),
                before.trialDays().isPresent(),
                before.product());
        return new ModelAndView(told(cart, counter.replace(member, cart, item, Optional.of(wish)), next));
    }

    @PostMapping("/enterprise/carts/{id}/items/{item}/remove")
    @Asks({Role.BUYER, Role.ADMIN})
    String remove(Member member, @PathVariable long id, @PathVariable long item, RedirectAttributes next) {
        Order cart = orders.cart(member, id);
        item(cart, item);
        return told(cart, counter.replace(member, cart, item, Optional.empty()), next);
    }

    @PostMapping("/enterprise/carts/{id}/quote")
    @Asks({Role.BUYER, Role.ADMIN})
    String quote(Member member, @PathVariable long id, RedirectAttributes next) {
        Order cart = orders.cart(member, id);
        return told(
                cart,
                doors.carts()
                        .quote(id, doors.clock().instant().plus(doors.settings().quote()), counter.by(member)),
                next);
    }

    @PostMapping("/enterprise/carts/{id}/place")
    @Asks({Role.BUYER, Role.ADMIN})
    String place(Member member, @PathVariable long id, RedirectAttributes next) {
        Order cart = orders.cart(member, id);
        OrderChange change = doors.carts().place(id, counter.by(member));
        return change instanceof OrderChange.Done ? "redirect:/enterprise/orders/" + id : told(cart, change, next);
    }

    @PostMapping("/enterprise/carts/{id}/drop")
    @Asks({Role.BUYER, Role.ADMIN})
    String drop(Member member, @PathVariable long id, RedirectAttributes next) {
        Order cart = orders.cart(member, id);
        OrderChange change = doors.orders().cancel(id, "dropped", counter.by(member));
        return change instanceof OrderChange.Done ? "redirect:/enterprise/orders" : told(cart, change, next);
    }

    private ModelAndView form(Order cart, OrderItem item, Answered answered) {
        return new ModelAndView(pages.html("item", Map.of("cart", cart, "item", item, "answered", answered)));
    }

    private ProductOffering offering(OrderItem item) {
        return wares.known(item.offering()).orElseThrow(HallPages::notFound);
    }

    /** What is not in the cart any more, for somebody changed it meanwhile, is not there. */
    private static OrderItem item(Order cart, long id) {
        return cart.items().stream().filter(item -> item.id() == id).findFirst().orElseThrow(HallPages::notFound);
    }

    private static String told(Order cart, OrderChange change, RedirectAttributes next) {
        switch (change) {
            case OrderChange.Done done -> Flash.good(next, "ordering.done");
            case OrderChange.Refused refused -> Flash.bad(next, "ordering.refused." + refused.reason());
        }
        return "redirect:/enterprise/carts/" + cart.id();
    }
}
