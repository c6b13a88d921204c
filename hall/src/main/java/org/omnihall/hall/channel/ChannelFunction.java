package org.omnihall.hall.channel;

/** What a channel can be meant for (功能定位, requirement B9). */
public enum ChannelFunction {
    SALE,
    SERVICE,
    EXPERIENCE,
    TRAINING,
    PUBLICITY
}
