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
        moved.follow(db, "insight.customer");
        moved.follow(db, "insight.value");
    }
}
