package org.omnihall.hall.audit;

import java.time.Instant;

/** One administrative act, as it was written. */
public record AuditEntry(long id, Instant at, String actor, String act, String subject, String detail) {}
