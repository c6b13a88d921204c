package org.omnihall.hall.interaction;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outcomes of contacts that have a word in every language. Any other is the name of a refusal, and shown as that. */
public enum Outcome {
    DONE(true),
    SUBMITTED(true),
    STOPPED(true),
    BEGUN(true),
    TOLD(true),
    GIVEN(true),
    TAKEN(true),
    GIVEN_BACK(true),
    FINISHED(true),
    WITHDRAWN(true),
    DRAFT(true),
    PENDING_APPROVAL(true),
    PENDING_PAYMENT(true),
    ACKNOWLEDGED(true),
    IN_PROGRESS(true),
    COMPLETED(true),
    SIGNED_UP(true),
    ENDED_SERVED(true),
    ENDED_ORDERED(true),
    ENDED_INFORMED(true),
    ENDED_HANDED_OVER(true),
    ENDED_LEFT(true),
    HELD(false),
    COMPENSATING(false),
    CANCELLING(false),
    FAILED(false),
    CANCELLED(false),
    REJECTED(false);

    private static final Map<String, Outcome> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Outcome::name, identity()));

    private final boolean well;

    Outcome(boolean well) {
        this.well = well;
    }

    public static Optional<Outcome> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether nothing was refused and nothing failed. */
    boolean isWell() {
        return well;
    }
}
