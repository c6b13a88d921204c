package org.omnihall.hall.access.dynamic;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * How a request to end a session stands (access-rules.md rule 17). An acknowledgement alone is not success: ENDED is reached when the Stop
 * comes, or the session is otherwise known to be over.
 *
 * @param request the row in access.disconnect_request
 * @param errorCause Error-Cause of a NAK (RFC 5176 section 3.5)
 */
public record EndResult(UUID request, State state, OptionalInt errorCause) {

    /** Where the request stands. */
    public enum State {
        SENT,
        ACKNOWLEDGED,
        REFUSED,
        NO_ANSWER,
        ENDED
    }
}
