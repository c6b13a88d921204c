package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.octets.MacAddress;

/**
 * What a controller says about one session, read once out of an Accounting-Request.
 *
 * @param handle our signed Class; empty where the controller did not send it back
 * @param at event time by the controller's clock, see {@link EventTime}
 * @param receivedAt our clock
 * @param cause Acct-Terminate-Cause of a Stop, in RFC 2866's words
 */
record AccountingEvent(
        Kind kind,
        long controllerId,
        String acctSessionId,
        Optional<SessionClass.Handle> handle,
        Device device,
        Instant at,
        Instant receivedAt,
        Usage usage,
        Optional<String> cause) {

    /** The three things that are said about a session (RFC 2866 section 5.1). */
    enum Kind {
        START,
        INTERIM,
        STOP
    }

    /**
     * Who it is about and where, as the controller tells.
     *
     * @param networks IPv6 addresses and prefixes
     * @param wlan false for wired ports, where one MAC may well have two sessions
     */
    record Device(
            String userName,
            Optional<MacAddress> mac,
            Optional<InetAddress> ip,
            Optional<String> ssid,
            Optional<MacAddress> ap,
            Set<Cidr> networks,
            boolean wlan) {
        Device {
            networks = Set.copyOf(networks);
        }
    }

    /** The same of a user with these networks. */
    AccountingEvent with(Set<Cidr> networks) {
        Device owner = new Device(
                device.userName(), device.mac(), device.ip(), device.ssid(), device.ap(), networks, device.wlan());
        return new AccountingEvent(kind, controllerId, acctSessionId, handle, owner, at, receivedAt, usage, cause);
    }

    Optional<UUID> journey() {
        return handle.map(SessionClass.Handle::journey);
    }

    Optional<Grant> grant() {
        return handle.flatMap(SessionClass.Handle::grant);
    }

    /** When the session began, if the counter of seconds is right. */
    Instant computedStart() {
        return at.minus(usage.time());
    }
}
