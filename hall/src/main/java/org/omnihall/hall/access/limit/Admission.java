package org.omnihall.hall.access.limit;

import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * Somebody whom an Accept is about to let in.
 *
 * @param journey the login attempt, or a new id for an account; it travels in Class
 * @param owner whose places are counted
 */
public record Admission(UUID journey, Owner owner, Limit limit, long controllerId, Optional<MacAddress> mac) {}
