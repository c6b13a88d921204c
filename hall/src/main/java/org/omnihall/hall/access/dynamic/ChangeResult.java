package org.omnihall.hall.access.dynamic;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * How a request to change a session's terms stands (access-rules.md rule 17).
 *
 * @param request the row in access.change_request
 * @param errorCause Error-Cause of a NAK (RFC 5176 section 3.5)
 */
public record ChangeResult(UUID request, State state, OptionalInt errorCause) {

    /** Where the request stands. */
    public enum State {
        SENT,
        ACKNOWLEDGED,
        REFUSED,
        NO_ANSWER,
        /**
         * Acknowledged, and an update of the session came later: the controller goes on with this very session. Which rate it lets through is
         * told by nothing in RADIUS.
         */
        SHOWN,
        /** The session ended before an update could show it. */
        OVER
    }
}
