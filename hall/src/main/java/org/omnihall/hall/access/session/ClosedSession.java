package org.omnihall.hall.access.session;

import java.time.Instant;

/**
 * A session that is over.
 *
 * @param cause why, as access.closed_session keeps it
 */
public record ClosedSession(OpenSession session, Instant closedAt, String cause) {}
