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
        replace("ordering.customer_order", moved);
        replace("ordering.product", moved);
        replace("ordering.bill_cycle", moved);
        replace("ordering.bill", moved);
        replace("ordering.bill_rate", moved);
    }

    private void replace(String table, AreaMoved moved) {
        db.sql("update " + table + """
                         set area_path = :to || substr(area_path, length(:from) + 1), version = version + 1
                        where starts_with(area_path, :from)""")
                .param("from", moved.from())
                .param("to", moved.to())
                .update();
    }
}
