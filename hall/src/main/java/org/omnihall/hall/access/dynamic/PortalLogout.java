package org.omnihall.hall.access.dynamic;

import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.session.OpenSession;

/** Ends a session by the Portal protocol's REQ_LOGOUT. Implemented by {@code access.online}, which owns the Portal server's socket. */
public interface PortalLogout {

    /** What the controller said. */
    enum Answer {
        /** ACK_LOGOUT without an error. */
        DONE,
        /** ACK_LOGOUT with an error code. */
        REFUSED,
        /** Nothing came back in time. */
        NO_ANSWER
    }

    /** Asks the session's controller to log the device out; completes with the answer, never exceptionally. */
    CompletableFuture<Answer> logout(OpenSession session);
}
