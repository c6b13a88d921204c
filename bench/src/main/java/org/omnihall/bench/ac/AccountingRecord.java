package org.omnihall.bench.ac;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.portal.bas.StopCause;

/** What a controller tells about a session at one moment; octets are seen from the client: input is what it sent. */
public record AccountingRecord(
        String session,
        Status status,
        Instant at,
        long seconds,
        long inputOctets,
        long outputOctets,
        Optional<StopCause> cause) {

    /** Acct-Status-Type (RFC 2866 section 5.1). */
    public enum Status {
        START(1),
        STOP(2),
        INTERIM(3),
        ON(7),
        OFF(8);

        private final int value;

        Status(int value) {
            this.value = value;
        }

        int value() {
            return value;
        }
    }
}
