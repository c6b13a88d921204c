package org.omnihall.hall.interaction;

import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets contacts, notices and hand-overs follow an Area that moved, history too: whoever may see the Area sees all that ever happened there. */
@Component
class FollowedAreas {

    private final JdbcClient db;

    FollowedAreas(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void follow(AreaMoved moved) {
        replace("interaction.contact", moved);
        replace("interaction.notice", moved);
        replace("interaction.handover", moved);
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
