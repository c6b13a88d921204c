package org.omnihall.hall.access.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.network.MessageAuthenticator;

/**
 * How well a controller is protected against forged answers.
 *
 * @param neighbours whether another controller behind one of its addresses does not prove its requests: one secret and one policy hold for both
 * @param unproved how many of its Access-Requests came without a Message-Authenticator, ever
 */
public record Protection(
        AccessController controller,
        boolean neighbours,
        Optional<Instant> provedAt,
        Optional<Instant> unprovedAt,
        long unproved) {

    /** A controller of which nothing unproved came for so long is taken to prove everything. */
    public static final Duration LATELY = Duration.ofDays(1);

    /** What follows from it; the worst first. */
    public enum Verdict {
        /** Its requests without proof are answered: whoever sits on the line can turn a Reject into an Accept. */
        EXPOSED,
        /** Proof is required and its requests come without: they get no answer. */
        UNANSWERED,
        /** It proves everything; another one behind its address does not, and both would have to. */
        HELD_UP,
        /** Proof is not required although all of its requests carry it. */
        READY,
        /** Proof is not required, and nothing was heard. */
        UNHEARD,
        /** Proof is required, and nothing came without. */
        PROTECTED
    }

    /** The same among those from whose addresses something came without proof. */
    Protection beside(Set<Cidr> unprovedSources) {
        boolean held = controller.sources().stream().anyMatch(unprovedSources::contains);
        return new Protection(controller, held, provedAt, unprovedAt, unproved);
    }

    /** Whether requests came without proof; as nobody proved them, they may be anybody's. */
    boolean isUnprovedLately(Instant now) {
        return unprovedAt.map(at -> at.plus(LATELY).isAfter(now)).orElse(false);
    }

    public Verdict verdict(Instant now) {
        boolean lately = isUnprovedLately(now);
        if (controller.messageAuthenticator() == MessageAuthenticator.REQUIRED) {
            return lately ? Verdict.UNANSWERED : Verdict.PROTECTED;
        }
        if (lately) {
            return Verdict.EXPOSED;
        }
        if (provedAt.isEmpty()) {
            return Verdict.UNHEARD;
        }
        return neighbours ? Verdict.HELD_UP : Verdict.READY;
    }
}
