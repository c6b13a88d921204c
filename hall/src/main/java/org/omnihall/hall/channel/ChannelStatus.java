package org.omnihall.hall.channel;

import java.util.Set;

/** Where a channel stands in its life. What is closed stays closed: its contacts and contracts keep pointing at it. */
public enum ChannelStatus {
    PLANNED,
    OPEN,
    SUSPENDED,
    CLOSED;

    /** What may follow. */
    public Set<ChannelStatus> next() {
        return switch (this) {
            case PLANNED -> Set.of(OPEN, CLOSED);
            case OPEN -> Set.of(SUSPENDED, CLOSED);
            case SUSPENDED -> Set.of(OPEN, CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
