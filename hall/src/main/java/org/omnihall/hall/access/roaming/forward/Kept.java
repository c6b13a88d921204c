package org.omnihall.hall.access.roaming.forward;

import java.time.Instant;
import java.util.UUID;
import org.omnihall.octets.Octets;

/**
 * An Accounting-Request that is to reach its home server.
 *
 * @param packet as it came
 */
record Kept(UUID id, String realm, Octets packet, Instant receivedAt, int tries) {}
