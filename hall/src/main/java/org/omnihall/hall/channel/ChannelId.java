package org.omnihall.hall.channel;

/** The lasting id of a channel, which contacts, orders and offers keep. */
public record ChannelId(long value) {}
