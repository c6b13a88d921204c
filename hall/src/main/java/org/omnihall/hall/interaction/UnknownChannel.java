package org.omnihall.hall.interaction;

import org.omnihall.hall.channel.ChannelId;

/** A contact named a channel that the registry does not know; nothing of its batch was written. */
public final class UnknownChannel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownChannel(ChannelId channel) {
        super("no channel has the id " + channel.value());
    }
}
