package org.omnihall.hall.insight;

import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets customers and their values follow an Area that moved. */
@Component
class FollowedCustomers {

    private final JdbcClient db;

    FollowedCustomers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void follow(AreaMoved moved) {
        replace("insight.customer", moved);
        replace("insight.value", moved);
    }

    private void replace(String table, AreaMoved moved) {
        db.sql(
                        "update " + table
                                + " set area_path = :to || substr(area_path, length(:from) + 1) where starts_with(area_path, :from)")
                .param("from", moved.from())
                .param("to", moved.to())
                .update();
    }
}
