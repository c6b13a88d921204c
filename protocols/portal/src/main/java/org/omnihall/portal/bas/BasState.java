package org.omnihall.portal.bas;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Packet;

/** Where one client stands. */
public sealed interface BasState {

    /** When a {@link BasEvent.Tick} is due. */
    default Optional<Instant> wakeAt() {
        return Optional.empty();
    }

    /** A login: the number the device gave it, who logs in, and whether the MAC binding server does it. */
    record Attempt(int requestId, String userName, boolean byMac) {}

    record Idle() implements BasState {}

    record Challenged(int requestId, Octets challenge, Instant until) implements BasState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(until);
        }
    }

    /** RADIUS was asked; the request waits for its answer. */
    record Authenticating(Attempt attempt, Packet request) implements BasState {}

    record AwaitingAffirmation(Attempt attempt, Instant until) implements BasState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(until);
        }
    }

    record Online(Attempt attempt, Instant since) implements BasState {}

    /** The client is offline; the server was told and has not acknowledged. */
    record Notifying(Packet notice, int left, Instant next) implements BasState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(next);
        }
    }

    /** The MAC binding server was asked. */
    record AskedForBinding(Packet question, Instant until) implements BasState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(until);
        }
    }

    /** The MAC is bound; the server's login is awaited. */
    record Bound(Instant until) implements BasState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(until);
        }
    }
}
