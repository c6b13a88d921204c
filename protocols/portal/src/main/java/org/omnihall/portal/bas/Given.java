package org.omnihall.portal.bas;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.octets.Octets;

/**
 * What the machine does not make itself.
 *
 * @param number a random 1 to 65535, for a request id or a serial
 * @param challenge 16 random octets
 */
public record Given(Instant now, int number, Octets challenge, Traffic traffic) {

    /** Kilobytes from and to the client in its session, and its port in the vendor's words. */
    public record Traffic(long uplinkKilobytes, long downlinkKilobytes, Optional<String> port) {

        public static final Traffic NONE = new Traffic(0, 0, Optional.empty());
    }
}
