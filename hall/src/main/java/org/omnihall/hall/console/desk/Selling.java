package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.catalogue.Completion;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.Permissions;
import org.omnihall.hall.catalogue.PriceList;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Refusal;
import org.omnihall.hall.ordering.Wish;
import org.springframework.stereotype.Component;

/** What a clerk orders, changes and ends for a customer: each on the clerk's channel and on the journey of the visit. */
@Component
class Selling {

    private final Offerings offerings;
    private final Permissions permissions;
    private final Prices prices;
    private final Orders orders;
    private final Carts carts;
    private final Products products;
    private final Clock clock;

    Selling(Shelf shelf, Orders orders, Carts carts, Products products, Clock clock) {
        this.offerings = shelf.offerings();
        this.permissions = shelf.permissions();
        this.prices = shelf.prices();
        this.orders = orders;
        this.carts = carts;
        this.products = products;
        this.clock = clock;
    }

    /** What there is, for whom, at what price. */
    @Component
    record Shelf(Offerings offerings, Permissions permissions, Prices prices) {}

    /** What the customer can order now, with what keeps this channel from taking the order. */
    List<Offer> offers(Served served) {
        return offerings.sellable(clock.instant(), served.visit().buyer().kind()).stream()
                .map(offering -> offer(offering, served.here()))
                .toList();
    }

    Optional<Offer> offer(String code, Channel here) {
        return offerings.find(code).map(offering -> offer(offering, here));
    }

    PriceList prices(ProductOffering offering) {
        return prices.of(offering, clock.instant());
    }

    Placement order(Served served, Wish wish, String key) {
        return orders.place(placing(served, wish, key));
    }

    /** A cart may hold what only another channel can complete. */
    Placement cart(Served served, Wish wish, String key) {
        return carts.begin(placing(served, wish, key));
    }

    /** Places what is in a cart that perhaps another channel began. */
    OrderChange place(Served served, long cart) {
        return his(served, cart).isEmpty() ? unknown() : carts.place(cart, by(served));
    }

    OrderChange cancel(Served served, long order, String remark) {
        return his(served, order).isEmpty() ? unknown() : orders.cancel(order, remark, by(served));
    }

    /** Keeps a product that was tried. */
    Placement keep(Served served, Product product) {
        return order(served, Wish.change(product, product.quantity(), product.answers()), key());
    }

    Placement stop(Served served, Product product) {
        return order(served, Wish.terminate(product), key());
    }

    /** An order of the customer who is served. */
    Optional<Order> his(Served served, long order) {
        return orders.find(order)
                .filter(one -> one.buyer().party().equals(served.visit().buyer().party()));
    }

    /** A product of the customer who is served. */
    Optional<Product> product(Served served, long product) {
        return products.find(product)
                .filter(one -> one.buyer().party().equals(served.visit().buyer().party()));
    }

    static String key() {
        return "desk " + UUID.randomUUID();
    }

    private Offer offer(ProductOffering offering, Channel here) {
        return new Offer(
                offering,
                switch (permissions.mayComplete(offering, here)) {
                    case Completion.Allowed allowed -> Optional.empty();
                    case Completion.Refused refused -> Optional.of(refused.reason());
                });
    }

    private static Placing placing(Served served, Wish wish, String key) {
        Visit visit = served.visit();
        return new Placing(
                new Placing.Client(visit.login(), key),
                visit.buyer(),
                Optional.empty(),
                visit.channel(),
                visit.journey(),
                List.of(wish));
    }

    private static By by(Served served) {
        return By.staff(served.visit().login(), served.visit().channel());
    }

    private static OrderChange unknown() {
        return new OrderChange.Refused(Refusal.UNKNOWN, "");
    }
}
