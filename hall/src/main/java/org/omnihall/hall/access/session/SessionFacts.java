package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * What does not change while a session lasts: who, where and by whose leave.
 *
 * @param owner whose places it takes, such as {@code subscriber:17}; empty where we never admitted it
 * @param interim how often the controller was asked to send an update
 */
record SessionFacts(
        UUID id,
        long controllerId,
        String acctSessionId,
        Optional<UUID> journey,
        Optional<String> owner,
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
