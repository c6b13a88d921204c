package org.omnihall.hall.access.watch;

import java.time.Instant;

/**
 * A packet as it is shown: decoded, without passwords and keys, numbers masked.
 *
 * @param peer where it came from or went to, address and port
 * @param text a line for the code and one for each attribute; of a request that got no answer the reason
 */
public record WatchedPacket(long id, Instant at, Way way, String peer, String text) {

    /** Which way it went. */
    public enum Way {
        RECEIVED,
        ANSWERED,
        /** A request that got no answer. */
        UNANSWERED
    }

    /** The code's line. */
    public String head() {
        return text.lines().findFirst().orElse("");
    }

    /** The attributes. */
    public String attributes() {
        return text.lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
