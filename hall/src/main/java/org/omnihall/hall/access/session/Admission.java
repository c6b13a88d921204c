package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * Somebody whom an Accept is about to let in.
 *
 * @param journey the login attempt, or a new id for an account; it travels in Class
 * @param owner whose places are counted, such as {@code subscriber:17} or {@code account:4}
 * @param interim what the controller will be asked for as Acct-Interim-Interval
 */
public record Admission(
        UUID journey,
        String owner,
        long controllerId,
        String userName,
        OptionalLong subscriberId,
        OptionalLong accountId,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip,
        SessionPlace place,
        Duration interim) {}
