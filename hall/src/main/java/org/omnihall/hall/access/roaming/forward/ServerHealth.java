package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a home server is worth asking. It is left alone at once when it cannot be reached, or when it has answered nothing at all since the first of
 * three silences and not Status-Server either: a server of many realms may be silent for one of them. It is left alone until it answers
 * Status-Server, or its rest is over and it is tried with what there is to ask.
 */
final class ServerHealth {

    private static final int SILENCES = 3;

    private int silences;
    private Instant heard = Instant.MIN;
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

    synchronized void answered(Instant now) {
        answered++;
        alive(now);
    }

    /** Also by Status-Server, which is no answer to anybody. */
    synchronized void alive(Instant now) {
        heard = now;
        silences = 0;
        downSince = Optional.empty();
    }

    /** A request that was sent then got no answer; true where Status-Server is to tell now whether it lives. */
    synchronized boolean silent(Instant sent, Instant now, Duration rest) {
        if (!sent.isAfter(heard)) {
            return false;
        }
        if (downSince.isPresent()) {
            until = now.plus(rest);
            return false;
        }
        silences++;
        return silences == SILENCES;
    }

    /** Status-Server was not answered; nothing is said by that where a request has been since. */
    synchronized void dead(Instant now, Duration rest) {
        if (silences >= SILENCES) {
            unreachable(now, rest);
        }
    }

    synchronized void unreachable(Instant now, Duration rest) {
        downSince = Optional.of(downSince.orElse(now));
        until = now.plus(rest);
    }

    synchronized Standing standing() {
        return new Standing(downSince, asked, answered);
    }
}
