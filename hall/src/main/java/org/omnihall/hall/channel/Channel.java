package org.omnihall.hall.channel;

/**
 * One channel.
 *
 * @param code how programs call it, such as {@code portal} or {@code hall-westlake}
 * @param name as customers know it
 * @param areaPath where it serves, such as {@code /zj/hz/}
 */
public record Channel(ChannelId id, String code, String name, ChannelKind kind, String areaPath) {}
