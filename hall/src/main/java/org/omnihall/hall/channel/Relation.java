package org.omnihall.hall.channel;

import java.util.Optional;

/**
 * How two channels stand to each other; the same from both sides.
 *
 * @param businessType for which type of business; nothing for all of them
 */
public record Relation(long id, ChannelId one, ChannelId other, RelationKind kind, Optional<String> businessType) {

    public boolean holdsFor(String type) {
        return businessType.isEmpty() || businessType.get().equals(type);
    }

    /** The other one of the pair. */
    public ChannelId besides(ChannelId channel) {
        return one.equals(channel) ? other : one;
    }
}
