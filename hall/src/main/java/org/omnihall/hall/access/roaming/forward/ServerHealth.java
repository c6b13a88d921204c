package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a home server is worth asking. It is left alone after three silences in a row, or at once when it cannot be reached; until it answers
 * Status-Server, or its rest is over and it is tried with what there is to ask.
 */
final class ServerHealth {

    private static final int SILENCES = 3;

    private int silences;
    private Optional<Instant> downSince = Optional.empty();
    private Instant until = Instant.MIN;
    private long asked;
    private long answered;

    /** How it stands. */
    record Standing(Optional<Instant> downSince, long asked, long answered) {}

    synchronized boolean isUsable(Instant now) {
        return downSince.isEmpty() || !now.isBefore(until);
    }

    synchronized void asked() {
        asked++;
    }

    synchronized void answered() {
        answered++;
        alive();
    }

    /** Also by Status-Server, which is no answer to anybody. */
    synchronized void alive() {
        silences = 0;
        downSince = Optional.empty();
    }

    synchronized void silent(boolean unreachable, Instant now, Duration rest) {
        silences++;
        if (unreachable || downSince.isPresent() || silences >= SILENCES) {
            downSince = Optional.of(downSince.orElse(now));
            until = now.plus(rest);
        }
    }

    synchronized Standing standing() {
        return new Standing(downSince, asked, answered);
    }
}
