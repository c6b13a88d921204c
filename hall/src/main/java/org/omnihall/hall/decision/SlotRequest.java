package org.omnihall.hall.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.MomentId;

/**
 * A touchpoint asks what to show.
 *
 * @param journey the contact's journey; one journey gets one answer in each place
 * @param subscriber the customer, where he is known
 * @param areaPath where he is
 */
public record SlotRequest(
        SlotPlace place, UUID journey, ChannelId channel, Optional<Long> subscriber, String areaPath, Instant at) {

    /** The id of the choice that answers it. */
    public UUID choice() {
        return choice(place, journey);
    }

    /** The id of the choice that a journey gets, or got, in a place. */
    public static UUID choice(SlotPlace place, UUID journey) {
        return MomentId.near(journey, UUID.nameUUIDFromBytes((place + " " + journey).getBytes(StandardCharsets.UTF_8)));
    }
}
