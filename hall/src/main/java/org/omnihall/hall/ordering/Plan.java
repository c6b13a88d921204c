package org.omnihall.hall.ordering;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is next in an order's fulfilment: one step after the other; and backwards, the last first, where the order comes to nothing. Pure.
 */
final class Plan {

    /** What is next. */
    sealed interface Next {

        /** This step is to be worked at, in this state. */
        record Do(Step step, Step.State state) implements Next {}

        /** The order is at its end. */
        record End(OrderState state) implements Next {}

        /** Somebody works at a step, or a person has to look. */
        record Nothing() implements Next {}
    }

    private Plan() {}

    /** @param steps in their order */
    static Next next(OrderState order, List<Step> steps) {
        return switch (order) {
            case ACKNOWLEDGED, IN_PROGRESS -> forwards(steps);
            case COMPENSATING -> backwards(steps, OrderState.FAILED);
            case CANCELLING -> backwards(steps, OrderState.CANCELLED);
            case DRAFT, PENDING_APPROVAL, PENDING_PAYMENT, HELD, COMPLETED, FAILED, CANCELLED, REJECTED ->
                new Next.Nothing();
        };
    }

    private static Next forwards(List<Step> steps) {
        Optional<Step> open =
                steps.stream().filter(step -> step.state() != Step.State.DONE).findFirst();
        return open.<Next>map(step ->
                        step.state() == Step.State.WAITING ? new Next.Do(step, Step.State.WAITING) : new Next.Nothing())
                .orElseGet(() -> new Next.End(OrderState.COMPLETED));
    }

    private static Next backwards(List<Step> steps, OrderState end) {
        if (steps.stream().anyMatch(step -> step.state() == Step.State.RUNNING)) {
            return new Next.Nothing();
        }
        return steps.stream()
                .filter(Plan::isToBeUndone)
                .max(Comparator.comparingInt(Step::place))
                .<Next>map(step -> new Next.Do(step, Step.State.UNDOING))
                .orElseGet(() -> new Next.End(end));
    }

    private static boolean isToBeUndone(Step step) {
        return switch (step.state()) {
            case DONE, FAILED, UNDOING -> true;
            case WAITING, RUNNING, UNDONE, SKIPPED -> false;
        };
    }
}
