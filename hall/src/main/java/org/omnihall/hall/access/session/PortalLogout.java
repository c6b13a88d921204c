package org.omnihall.hall.access.session;

import java.util.concurrent.CompletableFuture;

/** Ends a session by the Portal protocol's REQ_LOGOUT. Implemented by {@code access.login}, which owns the Portal server's socket. */
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
