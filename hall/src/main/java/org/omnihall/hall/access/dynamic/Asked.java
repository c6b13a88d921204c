package org.omnihall.hall.access.dynamic;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A request that was written down and is on its way to a controller.
 *
 * @param request the row in access.change_request or access.disconnect_request
 * @param answered completes when the controller's answer, or that there was none, is written
 */
public record Asked(Kind kind, UUID request, CompletableFuture<?> answered) {

    /** What a controller is asked for. */
    public enum Kind {
        /** To go on by other terms: CoA-Request. */
        CHANGE,
        /** To end: Disconnect-Request. */
        END
    }
}
