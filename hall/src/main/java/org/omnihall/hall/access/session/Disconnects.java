package org.omnihall.hall.access.session;

import java.util.concurrent.CompletableFuture;

/** Ends sessions: by RADIUS Disconnect (RFC 5176), or by the Portal protocol where a session came through a page. */
public interface Disconnects {

    /**
     * Asks the session's controller to end it. The future completes, never exceptionally, with what the controller answered; whether the session
     * really ended is shown by its Stop and kept in access.disconnect_request.
     *
     * @param actor a login, {@code shell:USER} or {@code system}
     */
    CompletableFuture<EndResult> end(OpenSession session, String actor);
}
