package org.omnihall.hall.access.binding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/**
 * A device that a subscriber need not prove again in an SSID group until it expires. A MAC can be cloned: a binding opens the network for a
 * device and shows nothing about the subscriber (rule 2).
 *
 * @param attempt the verified attempt of which it was born
 * @param noticedAt when the subscriber was told by SMS of the first automatic login
 */
public record Binding(
        long id,
        String ssidGroup,
        MacAddress mac,
        long subscriberId,
        UUID attempt,
        Instant bornAt,
        Instant usedAt,
        Instant expiresAt,
        Optional<Instant> noticedAt,
        Optional<Instant> endedAt) {}
