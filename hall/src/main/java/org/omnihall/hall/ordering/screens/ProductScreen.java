package org.omnihall.hall.ordering.screens;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.ProductFilter;
import org.omnihall.hall.ordering.ProductState;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The products of the caller's Area. */
@Controller
class ProductScreen {

    private final Products products;
    private final Companies companies;
    private final OrderNames names;
    private final Pages pages;

    ProductScreen(Products products, Companies companies, OrderNames names, Pages pages) {
        this.products = products;
        this.companies = companies;
        this.names = names;
        this.pages = pages;
    }

    @GetMapping("/products")
    @Demands(Right.ORDER_SEE)
    View list(Caller caller, @RequestParam Map<String, String> typed, Paging paging, Locale language) {
        Slice<Product> slice = filter(caller, typed)
                .map(filter -> products.list(filter, paging))
                .orElseGet(() -> new Slice<>(List.of(), Optional.empty(), Optional.empty()));
        return pages.html(
                "ordering/products",
                Map.of(
                        "slice", slice,
                        "buyers",
                                names.buyers(slice.rows().stream()
                                        .map(Product::buyer)
                                        .toList()),
                        "offerings", names.offerings(language)));
    }

    private Optional<ProductFilter> filter(Caller caller, Map<String, String> typed) {
        String company = typed.getOrDefault("company", "").strip();
        Optional<Long> companyId = companies.typed(company).map(Company::id);
        if (!company.isEmpty() && companyId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProductFilter(
                caller.areaPath(),
                List.of(ProductState.values()).stream()
                        .filter(state -> state.name().equals(typed.get("state")))
                        .findFirst(),
                company.isEmpty() ? Optional.empty() : companyId,
                Optional.empty(),
                Optional.of(typed.getOrDefault("offering", "").strip()).filter(code -> !code.isEmpty()),
                typed.getOrDefault("trial", "").equals("true"),
                Optional.empty()));
    }
}
