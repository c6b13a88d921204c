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
        moved.follow(db, "interaction.contact");
        moved.follow(db, "interaction.notice");
        moved.follow(db, "interaction.handover");
    }
}
