package org.omnihall.hall.channel;

import java.util.StringJoiner;

/** A channel in one line, for the audit trail. */
final class ChannelWords {

    private ChannelWords() {}

    static String of(Channel channel) {
        StringJoiner line = new StringJoiner(" ")
                .add(channel.name())
                .add(channel.kind().name())
                .add(channel.ownership().name())
                .add(channel.areaPath())
                .add(channel.status().name());
        channel.parent().ifPresent(parent -> line.add("parent=" + parent.value()));
        if (!channel.grid().isEmpty()) {
            line.add("grid=" + channel.grid());
        }
        line.add("hours=" + channel.service().hours().text());
        channel.service().contactsPerHour().ifPresent(capacity -> line.add("capacity=" + capacity + "/h"));
        return line.add("cost=" + channel.service().contactCostFen() + "fen").toString();
    }
}
