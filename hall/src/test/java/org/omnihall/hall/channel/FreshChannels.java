package org.omnihall.hall.channel;

import java.util.Optional;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Refused;

/** Channels that tests add to the registry. */
record FreshChannels(ChannelBook book) {

    Channel added(Channel wanted) {
        return switch (book.add(wanted, "LI")) {
            case Done done -> done.channel();
            case Refused refused -> throw new AssertionError(refused);
        };
    }

    static Channel channel(String code, ChannelKind kind, Ownership ownership) {
        return new Channel(
                new ChannelId(0),
                code,
                "渠道" + code,
                kind,
                "/",
                "Channel " + code,
                ownership,
                Optional.empty(),
                "",
                ChannelStatus.OPEN,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.of(60), 250));
    }
}
