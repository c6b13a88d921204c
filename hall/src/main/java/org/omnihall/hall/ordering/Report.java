package org.omnihall.hall.ordering;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an outcome makes of its step and its order. Pure.
 *
 * @param due when the step is to be worked at again; nothing where it is not
 * @param order the state that the order goes to; nothing where it stays
 */
record Report(
        Step.State state,
        Optional<Instant> due,
        Map<String, String> result,
        String reason,
        Optional<OrderState> order) {

    /** @param order in which the order is when the outcome comes; it may have been cancelled meanwhile */
    static Report of(Step step, OrderState order, StepOutcome outcome, OrderingSettings settings, Instant now) {
        return step.state() == Step.State.UNDOING
                ? undone(step, outcome, settings, now)
                : ran(step, order, outcome, settings, now);
    }

    private static Report ran(
            Step step, OrderState order, StepOutcome outcome, OrderingSettings settings, Instant now) {
        if (outcome instanceof StepOutcome.Done done) {
            return new Report(Step.State.DONE, Optional.empty(), done.result(), "", Optional.empty());
        }
        Optional<Instant> again = again(step, outcome, settings, now);
        String reason = reason(outcome);
        if (order.isUndoing()) {
            return new Report(Step.State.FAILED, Optional.empty(), step.result(), reason, Optional.empty());
        }
        if (again.isPresent()) {
            return new Report(Step.State.WAITING, again, step.result(), reason, Optional.empty());
        }
        OrderState next = step.direction() == Step.Direction.RUN ? OrderState.COMPENSATING : OrderState.HELD;
        return new Report(Step.State.FAILED, Optional.empty(), step.result(), reason, Optional.of(next));
    }

    private static Report undone(Step step, StepOutcome outcome, OrderingSettings settings, Instant now) {
        if (outcome instanceof StepOutcome.Done) {
            return new Report(Step.State.UNDONE, Optional.empty(), step.result(), step.reason(), Optional.empty());
        }
        Optional<Instant> again = again(step, outcome, settings, now);
        return new Report(
                Step.State.UNDOING,
                again,
                step.result(),
                reason(outcome),
                again.isPresent() ? Optional.empty() : Optional.of(OrderState.HELD));
    }

    /** When it is tried again; nothing where it is not. Waiting is not failing, but patience ends. */
    private static Optional<Instant> again(Step step, StepOutcome outcome, OrderingSettings settings, Instant now) {
        return switch (outcome) {
            case StepOutcome.Done done -> Optional.empty();
            case StepOutcome.Impossible impossible -> Optional.empty();
            case StepOutcome.Failed failed ->
                step.tries() < settings.tries()
                        ? Optional.of(now.plus(settings.pauseAfter(step.tries())))
                        : Optional.empty();
            case StepOutcome.Later later -> {
                Duration waited = Duration.between(step.began().orElse(now), now);
                yield waited.compareTo(settings.patience()) < 0
                        ? Optional.of(now.plus(later.after()))
                        : Optional.empty();
            }
        };
    }

    private static String reason(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done done -> "";
            case StepOutcome.Later later -> later.reason();
            case StepOutcome.Failed failed -> failed.reason();
            case StepOutcome.Impossible impossible -> impossible.reason();
        };
    }
}
