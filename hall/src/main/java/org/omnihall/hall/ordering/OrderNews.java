package org.omnihall.hall.ordering;

import java.util.Optional;
import org.omnihall.hall.openapi.Announcements;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Announces to the hub what happens to orders and products, in the transaction in which it happens. */
@Component
class OrderNews {

    private final Announcements announcements;
    private final ObjectProvider<OpenResource> resources;

    OrderNews(Announcements announcements, ObjectProvider<OpenResource> resources) {
        this.announcements = announcements;
        this.resources = resources;
    }

    /** An order has another state; a cart is not announced. */
    void moved(Order order, boolean placed) {
        if (order.state() != OrderState.DRAFT) {
            announce("productOrder", order.id(), placed ? Happening.CREATE : Happening.STATE);
        }
    }

    void product(long id, Happening happening) {
        announce("product", id, happening);
    }

    private void announce(String name, long id, Happening happening) {
        Optional<OpenResource> resource =
                resources.stream().filter(one -> one.type().name().equals(name)).findFirst();
        resource.ifPresent(one -> announcements.announce(one, Long.toString(id), happening));
    }
}
