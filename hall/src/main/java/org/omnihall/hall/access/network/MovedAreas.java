package org.omnihall.hall.access.network;

import java.util.List;
import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets everything of the wireless city follow an Area that moved, history too, in the transaction of the move: whoever may see the Area sees
 * all that ever happened there.
 */
@Component
class MovedAreas {

    /** Every table of the module with a column {@code area_path}. */
    static final List<String> TABLES = List.of(
            "access.venue",
            "access.controller",
            "access.access_point",
            "access.access_profile",
            "access.ssid",
            "access.ssid_at_venue",
            "access.figure",
            "access.network_account",
            "access.attempt",
            "access.binding",
            "access.funnel_step",
            "access.funnel_hour",
            "access.reservation",
            "access.open_session",
            "access.closed_session",
            "access.untold",
            "access.venue_page",
            "access.venue_page_shown",
            "access.page_logo",
            "access.packet_watch",
            "access.sweep");

    private final JdbcClient db;
    private final NetworkState state;

    MovedAreas(JdbcClient db, NetworkState state) {
        this.db = db;
        this.state = state;
    }

    @EventListener
    void follow(AreaMoved moved) {
        TABLES.forEach(table -> moved.follow(db, table));
        db.sql("""
                        update access.figure set scope_key = :to || substr(scope_key, length(:from) + 1)
                        where scope_kind = 'AREA' and starts_with(scope_key, :from)""").param("from", moved.from()).param("to", moved.to()).update();
        state.changed();
    }
}
