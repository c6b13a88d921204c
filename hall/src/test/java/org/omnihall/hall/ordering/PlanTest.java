package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ordering.Step.Direction;
import org.omnihall.hall.ordering.Step.State;

/** What is next in a fulfilment, and what an outcome makes of a step. */
class PlanTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final OrderingSettings SETTINGS = new OrderingSettings(
            8,
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            3,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofHours(1));

    @Test
    void goesOneStepAfterTheOther() {
        assertThat(next(OrderState.IN_PROGRESS, State.DONE, State.WAITING, State.WAITING))
                .isEqualTo("step 1 WAITING");
        assertThat(next(OrderState.IN_PROGRESS, State.DONE, State.RUNNING, State.WAITING))
                .isEqualTo("nothing");
        assertThat(next(OrderState.IN_PROGRESS, State.DONE, State.DONE)).isEqualTo("end COMPLETED");
        assertThat(next(OrderState.ACKNOWLEDGED)).isEqualTo("end COMPLETED");
    }

    @Test
    void takesBackTheLastFirstAndNothingThatNeverBegan() {
        assertThat(next(OrderState.COMPENSATING, State.DONE, State.FAILED, State.SKIPPED))
                .isEqualTo("step 1 UNDOING");
        assertThat(next(OrderState.COMPENSATING, State.DONE, State.UNDONE, State.SKIPPED))
                .isEqualTo("step 0 UNDOING");
        assertThat(next(OrderState.COMPENSATING, State.UNDONE, State.UNDONE, State.SKIPPED))
                .isEqualTo("end FAILED");
        assertThat(next(OrderState.CANCELLING, State.UNDONE, State.SKIPPED)).isEqualTo("end CANCELLED");
        assertThat(next(OrderState.CANCELLING, State.DONE, State.RUNNING)).isEqualTo("nothing");
    }

    @Test
    void doesNothingWhereAPersonOrACustomerIsWaitedFor() {
        for (OrderState state : List.of(
                OrderState.DRAFT,
                OrderState.PENDING_APPROVAL,
                OrderState.PENDING_PAYMENT,
                OrderState.HELD,
                OrderState.COMPLETED)) {
            assertThat(next(state, State.WAITING)).isEqualTo("nothing");
        }
    }

    @Test
    void triesAgainLaterAndLaterUntilTheTriesAreUsedUp() {
        Report second = report(step(State.RUNNING, 2), new StepOutcome.Failed("no"));
        assertThat(second.state()).isEqualTo(State.WAITING);
        assertThat(second.due()).contains(NOON.plusSeconds(4));
        Report third = report(step(State.RUNNING, 3), new StepOutcome.Failed("no"));
        assertThat(third.state()).isEqualTo(State.FAILED);
        assertThat(third.due()).isEmpty();
        assertThat(third.order()).contains(OrderState.COMPENSATING);
    }

    @Test
    void waitsWithoutCountingUntilPatienceEnds() {
        StepOutcome later = new StepOutcome.Later("nobody", Duration.ofSeconds(30));
        Step patient = step(State.RUNNING, 99, NOON.minus(Duration.ofMinutes(59)));
        assertThat(report(patient, later).due()).contains(NOON.plusSeconds(30));
        Step tired = step(State.RUNNING, 1, NOON.minus(Duration.ofHours(1)));
        assertThat(report(tired, later).order()).contains(OrderState.COMPENSATING);
    }

    @Test
    void failsAtOnceWhatCanNeverSucceed() {
        assertThat(report(step(State.RUNNING, 1), new StepOutcome.Impossible("taken"))
                        .order())
                .contains(OrderState.COMPENSATING);
    }

    @Test
    void holdsWhatCannotBeTakenBack() {
        Report report = report(step(State.UNDOING, 3), new StepOutcome.Failed("no"));
        assertThat(report.state()).isEqualTo(State.UNDOING);
        assertThat(report.due()).isEmpty();
        assertThat(report.order()).contains(OrderState.HELD);
    }

    @Test
    void takesBackWhatEndedWellAfterTheOrderWasCancelled() {
        Step running = step(State.RUNNING, 1);
        Report done = Report.of(running, OrderState.CANCELLING, StepOutcome.done(), SETTINGS, NOON);
        assertThat(done.state()).isEqualTo(State.DONE);
        Report failed = Report.of(running, OrderState.CANCELLING, new StepOutcome.Failed("no"), SETTINGS, NOON);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.order()).isEmpty();
    }

    private static Report report(Step step, StepOutcome outcome) {
        return Report.of(step, OrderState.IN_PROGRESS, outcome, SETTINGS, NOON);
    }

    private static Step step(State state, int tries) {
        return step(state, tries, NOON);
    }

    private static Step step(State state, int tries, Instant began) {
        return step(0, state, tries, began);
    }

    private static Step step(int place, State state, int tries, Instant began) {
        return new Step(
                place,
                1,
                place,
                "test",
                "thing",
                "1." + place,
                Direction.RUN,
                state,
                tries,
                Optional.of(began),
                Map.of(),
                "");
    }

    private static String next(OrderState order, State... states) {
        List<Step> steps = new ArrayList<>();
        for (State state : states) {
            steps.add(step(steps.size(), state, 1, NOON));
        }
        return switch (Plan.next(order, steps)) {
            case Plan.Next.Do found -> "step " + found.step().place() + " " + found.state();
            case Plan.Next.End end -> "end " + end.state();
            case Plan.Next.Nothing nothing -> "nothing";
        };
    }
}
