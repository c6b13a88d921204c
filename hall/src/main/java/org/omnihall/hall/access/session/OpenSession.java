package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.octets.MacAddress;

/**
 * A session that is online.
 *
 * @param id ours; the same in the open and the closed table
 * @param journey the login attempt or admission that led to it, read from Class; empty when the controller did not send it back
 * @param acctSessionId the controller's own name of it
 * @param lastHeard event time of the newest Start or Interim
 */
public record OpenSession(
        UUID id,
        Optional<UUID> journey,
        long controllerId,
        String acctSessionId,
        String userName,
        OptionalLong subscriberId,
        OptionalLong accountId,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip,
        SessionPlace place,
        Instant startedAt,
        Instant lastHeard,
        Usage usage) {

    /** Whose places it takes, as far as it is ours. */
    public Optional<Owner> owner() {
        if (accountId.isPresent()) {
            return Optional.of(Owner.account(accountId.getAsLong()));
        }
        return subscriberId.isPresent() ? Optional.of(Owner.subscriber(subscriberId.getAsLong())) : Optional.empty();
    }
}
