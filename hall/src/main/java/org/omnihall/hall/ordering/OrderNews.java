package org.omnihall.hall.ordering;

import org.omnihall.hall.openapi.Announcements;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;

/** Announces to the hub what happens to orders and products, in the transaction in which it happens. */
@Component
class OrderNews {

    private final Announcements announcements;

    OrderNews(Announcements announcements) {
        this.announcements = announcements;
    }

    /** An order has another state; a cart is not announced. */
    void moved(Order order, boolean placed) {
        if (order.state() != OrderState.DRAFT) {
            announcements.announce(
                    "productOrder", Long.toString(order.id()), placed ? Happening.CREATE : Happening.STATE);
        }
    }

    void product(long id, Happening happening) {
        announcements.announce("product", Long.toString(id), happening);
    }
}
