package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.octets.MacAddress;

/**
 * What does not change while a session lasts: who, where and by whose leave.
 *
 * @param owner whose places it takes; empty where we never admitted it
 * @param limit of its owner, as its admission was told; not kept with the session
 * @param interim how often the controller was asked to send an update
 */
record SessionFacts(
        UUID id,
        long controllerId,
        String acctSessionId,
        Optional<UUID> journey,
        Optional<Owner> owner,
        Optional<Limit> limit,
        String userName,
        OptionalLong subscriberId,
        OptionalLong accountId,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip,
        SessionPlace place,
        Duration interim,
        boolean wlan) {

    /** With what a later event knows and the first did not. */
    SessionFacts completedBy(AccountingEvent event) {
        return new SessionFacts(
                id,
                controllerId,
                acctSessionId,
                journey.or(event::journey),
                owner,
                limit.or(() -> event.grant().map(Grant::limit)),
                userName.isEmpty() ? event.device().userName() : userName,
                subscriberId,
                accountId,
                mac.or(() -> event.device().mac()),
                ip.or(() -> event.device().ip()),
                place,
                interim,
                wlan);
    }
}
