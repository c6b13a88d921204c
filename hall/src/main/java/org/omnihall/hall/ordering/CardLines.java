package org.omnihall.hall.ordering;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.interaction.StateSource;
import org.springframework.stereotype.Component;

/** Keeps a subscriber's products and running orders on his card (requirement B23), in the transaction that changes them. */
@Component
class CardLines {

    private static final int MOST = 20;

    private final ProductTable products;
    private final OrderTable orders;
    private final Offerings offerings;
    private final Cards cards;

    CardLines(ProductTable products, OrderTable orders, Offerings offerings, Cards cards) {
        this.products = products;
        this.orders = orders;
        this.offerings = offerings;
        this.cards = cards;
    }

    void push(Buyer buyer) {
        switch (buyer) {
            case Buyer.Person person -> cards.state(person.subscriber(), StateSource.ORDERING, lines(person));
            case Buyer.Firm firm -> {
                // a card belongs to a subscriber; a company's business is in its list of products
            }
        }
    }

    private List<StateLine> lines(Buyer.Person person) {
        Stream<StateLine> having = products.alive(person, MOST).stream().map(this::line);
        Stream<StateLine> running = orders.running(person, MOST).stream().map(this::line);
        return Stream.concat(having, running).toList();
    }

    private StateLine line(Product product) {
        String zh = product.trialUntil().isPresent() ? "体验中" : "使用中";
        String en = product.trialUntil().isPresent() ? "on trial" : "in use";
        return new StateLine(
                StateLine.Kind.PRODUCT,
                product.offering(),
                product.state().name(),
                product.startedAt(),
                name(product.offering(), Locale.CHINESE) + "," + zh,
                name(product.offering(), Locale.ENGLISH) + ", " + en);
    }

    private StateLine line(Order order) {
        String offering = order.items().getFirst().offering();
        return new StateLine(
                StateLine.Kind.ORDER,
                offering,
                order.state().name(),
                order.changedAt(),
                "订单 " + order.id() + "," + name(offering, Locale.CHINESE),
                "Order " + order.id() + ", " + name(offering, Locale.ENGLISH));
    }

    private String name(String offering, Locale language) {
        return offerings
                .find(offering)
                .map((ProductOffering one) -> one.name(language))
                .orElse(offering);
    }
}
