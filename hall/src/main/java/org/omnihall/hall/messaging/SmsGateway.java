package org.omnihall.hall.messaging;

import java.util.UUID;

/**
 * A gateway as it is entered; its password is kept apart and never shown.
 *
 * @param kind the protocol; SMPP is the only one so far
 * @param sourceAddress the number that phones see as the sender
 * @param priority the lowest goes first, the others are its backup in this order
 * @param perSecond how many messages a second it may be given
 * @param window how many may wait for its answer at once
 */
public record SmsGateway(
        UUID id,
        String name,
        Kind kind,
        String host,
        int port,
        String systemId,
        String sourceAddress,
        int priority,
        int perSecond,
        int window,
        boolean enabled) {

    public enum Kind {
        SMPP
    }

    public SmsGateway {
        check(!name.isBlank() && name.length() <= 40, "name");
        check(!host.isBlank() && host.length() <= 253, "host");
        check(port > 0 && port < 65_536, "port");
        check(systemId.length() <= 15, "systemId");
        check(sourceAddress.matches("\\d{0,20}"), "sourceAddress");
        check(perSecond > 0 && perSecond <= 10_000, "perSecond");
        check(window > 0 && window <= 1_000, "window");
    }

    /** Whether a password that is meant for one may go to the other. */
    boolean isSamePeer(SmsGateway other) {
        return host.equals(other.host) && port == other.port && systemId.equals(other.systemId);
    }

    private static void check(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("the gateway's " + field + " is not right");
        }
    }
}
