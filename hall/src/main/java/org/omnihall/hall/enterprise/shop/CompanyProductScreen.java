package org.omnihall.hall.enterprise.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.ProductState;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company has bought or tries; a trial is kept, a product changed or ended by a cart of its own. */
@Controller
@OpenToAll
class CompanyProductScreen {

    private final CompanyOrders mine;
    private final HallCounter counter;
    private final Wares wares;
    private final HallPages pages;

    CompanyProductScreen(CompanyOrders mine, HallCounter counter, Wares wares, HallPages pages) {
        this.mine = mine;
        this.counter = counter;
        this.wares = wares;
        this.pages = pages;
    }

    @GetMapping("/enterprise/products")
    @Asks({Role.ADMIN, Role.BUYER, Role.FINANCE})
    View list(Member member, @RequestParam(defaultValue = "") String state, Paging paging, Locale language) {
        Optional<ProductState> wanted = List.of(ProductState.values()).stream()
                .filter(one -> one.name().equals(state))
                .findFirst();
        return pages.html(
                "products", Map.of("slice", mine.products(member, wanted, paging), "names", wares.names(language)));
    }

    @GetMapping("/enterprise/products/{id}")
    @Asks({Role.ADMIN, Role.BUYER, Role.FINANCE})
    View one(Member member, @PathVariable long id, Locale language) {
        Product product = mine.product(member, id);
        Map<String, String> asked = wares.known(product.offering())
                .map(offering -> offering.asked().stream()
                        .collect(Collectors.toMap(one -> one.code(), one -> one.name(language))))
                .orElse(Map.of());
        return pages.html(
                "product",
                Map.of(
                        "product",
                        product,
                        "asked",
                        asked,
                        "name",
                        wares.names(language).getOrDefault(product.offering(), product.offering()),
                        "changes",
                        member.holds(Role.BUYER, Role.ADMIN) && product.state() == ProductState.ACTIVE));
    }

    /** Keeps a product that is on trial: an order at today's price, with what was answered. */
    @PostMapping("/enterprise/products/{id}/keep")
    @Asks({Role.BUYER, Role.ADMIN})
    String keep(Member member, @PathVariable long id, RedirectAttributes next) {
        return changed(member, mine.product(member, id), next);
    }

    /** Begins a change: the same cart, in which the answers can be changed. */
    @PostMapping("/enterprise/products/{id}/change")
    @Asks({Role.BUYER, Role.ADMIN})
    String change(Member member, @PathVariable long id, RedirectAttributes next) {
        return changed(member, mine.product(member, id), next);
    }

    @PostMapping("/enterprise/products/{id}/end")
    @Asks({Role.BUYER, Role.ADMIN})
    String end(Member member, @PathVariable long id, RedirectAttributes next) {
        Product product = mine.product(member, id);
        return switch (counter.place(member, Wish.terminate(product))) {
            case OrderChange.Done done ->
                "redirect:/enterprise/orders/" + done.order().id();
            case OrderChange.Refused refused -> refused(product, refused, next);
        };
    }

    private String changed(Member member, Product product, RedirectAttributes next) {
        Wish wish = Wish.change(product, product.quantity(), product.answers());
        return switch (counter.begin(member, UUID.randomUUID().toString(), wish)) {
            case OrderChange.Done done ->
                "redirect:/enterprise/carts/" + done.order().id();
            case OrderChange.Refused refused -> refused(product, refused, next);
        };
    }

    private static String refused(Product product, OrderChange.Refused refused, RedirectAttributes next) {
        Flash.bad(next, "ordering.refused." + refused.reason());
        return "redirect:/enterprise/products/" + product.id();
    }
}
