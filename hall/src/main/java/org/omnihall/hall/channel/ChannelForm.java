package org.omnihall.hall.channel;

/** In what form a channel meets its customers (渠道形式, requirement B1); with the ownership it makes the class. */
public enum ChannelForm {
    STORE,
    ELECTRONIC,
    VISIT
}
