package org.omnihall.hall.channel;

import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets channels follow an Area that moved, in the transaction of the move. */
@Component
class MovedChannels {

    private final ChannelTable table;
    private final Channels channels;

    MovedChannels(ChannelTable table, Channels channels) {
        this.table = table;
        this.channels = channels;
    }

    @EventListener
    void follow(AreaMoved moved) {
        table.follow(moved);
        channels.changed();
    }
}
