package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;

/**
 * Which contacts are looked for. Empty parts ask for nothing.
 *
 * @param areaPath the Area the asker answers for
 * @param from the earliest moment at which it happened
 * @param until the moment before which it happened
 */
public record ContactFilter(
        String areaPath,
        Optional<Long> subscriber,
        Optional<Long> company,
        Optional<UUID> journey,
        Optional<ChannelId> channel,
        Optional<ContactKind> kind,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** All contacts in an Area. */
    public static ContactFilter all(String areaPath) {
        return new ContactFilter(
                areaPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A subscriber's contacts wherever they were. */
    public static ContactFilter of(long subscriber) {
        return new ContactFilter(
                "/",
                Optional.of(subscriber),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
