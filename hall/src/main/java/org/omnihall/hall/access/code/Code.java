package org.omnihall.hall.access.code;

import java.time.Instant;
import java.util.Optional;

/**
 * The life of a code, without its digits.
 *
 * @param tries guesses used so far
 * @param sentAt when it was last handed to messaging
 * @param message the message's id in {@code messaging}, once it was handed over
 */
public record Code(
        int tries,
        int sends,
        Instant madeAt,
        Instant sentAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<String> message) {

    public boolean alive(Instant now) {
        return usedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
