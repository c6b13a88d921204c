package org.omnihall.hall.console.desk;

import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets visits follow an Area that moved, in the transaction of the move; ended ones too. */
@Component
class MovedVisits {

    private final JdbcClient db;

    MovedVisits(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void follow(AreaMoved moved) {
        moved.follow(db, "console.visit");
    }
}
