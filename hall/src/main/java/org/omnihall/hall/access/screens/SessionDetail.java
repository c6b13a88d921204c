package org.omnihall.hall.access.screens;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.session.OpenSession;

/** One session as its page shows it. {@code cause} is empty while it is open. */
public record SessionDetail(
        OpenSession session, Optional<Instant> closedAt, String cause, String venueName, String controllerName) {

    public boolean open() {
        return closedAt.isEmpty();
    }
}
