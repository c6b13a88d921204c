package org.omnihall.hall.access.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.MessageAuthenticator;

/**
 * How well a controller is protected against forged answers.
 *
 * @param unproved how many of its Access-Requests came without a Message-Authenticator, ever
 */
public record Protection(
        AccessController controller, Optional<Instant> provedAt, Optional<Instant> unprovedAt, long unproved) {

    /** A controller of which nothing unproved came for so long is taken to prove everything. */
    public static final Duration LATELY = Duration.ofDays(1);

    /** What follows from it; the worst first. */
    public enum Verdict {
        /** Its requests without proof are answered: whoever sits on the line can turn a Reject into an Accept. */
        EXPOSED,
        /** Proof is required and its requests come without: they get no answer. */
        UNANSWERED,
        /** Proof is not required although all of its requests carry it. */
        READY,
        /** Proof is not required, and nothing was heard. */
        UNHEARD,
        /** Proof is required, and nothing came without. */
        PROTECTED
    }

    public Verdict verdict(Instant now) {
        boolean lately = unprovedAt.map(at -> at.plus(LATELY).isAfter(now)).orElse(false);
        if (controller.messageAuthenticator() == MessageAuthenticator.REQUIRED) {
            return lately ? Verdict.UNANSWERED : Verdict.PROTECTED;
        }
        if (lately) {
            return Verdict.EXPOSED;
        }
        return provedAt.isPresent() ? Verdict.READY : Verdict.UNHEARD;
    }
}
