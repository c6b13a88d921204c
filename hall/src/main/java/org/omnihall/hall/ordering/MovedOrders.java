package org.omnihall.hall.ordering;

import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets orders, products and bills follow an Area that moved, in the transaction of the move; ended ones too. */
@Component
class MovedOrders {

    private final JdbcClient db;

    MovedOrders(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void follow(AreaMoved moved) {
        moved.followCounting(db, "ordering.customer_order", "version");
        moved.followCounting(db, "ordering.product", "version");
        moved.followCounting(db, "ordering.bill_cycle", "version");
        moved.followCounting(db, "ordering.bill", "version");
        moved.followCounting(db, "ordering.bill_rate", "version");
    }
}
