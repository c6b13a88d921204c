package org.omnihall.hall.access.roaming.forward;

import java.time.Instant;
import java.util.UUID;
import org.omnihall.octets.Octets;

/**
 * An Accounting-Request that is to reach its home server.
 *
 * @param realm the realm's id
 * @param realmName what it was called when the request came
 * @param packet as it came
 */
record Kept(UUID id, long realm, String realmName, Octets packet, Instant receivedAt, int tries) {}
