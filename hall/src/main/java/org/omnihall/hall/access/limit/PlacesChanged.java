package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/** What accounting changed about owners' places; published in its transaction. */
public record PlacesChanged(List<Began> began, List<Over> over) {

    /** A session holds a place from now on, instead of the admission that it came from. */
    public record Began(
            Owner owner,
            Limit limit,
            UUID session,
            Optional<UUID> journey,
            long controllerId,
            Optional<MacAddress> mac,
            Instant since) {}

    /** A session holds none any more. */
    public record Over(Owner owner, UUID session) {}
}
