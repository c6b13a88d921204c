package org.omnihall.hall.access.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.LI;
import static org.omnihall.hall.access.attempt.Samples.NOON;
import static org.omnihall.hall.access.attempt.Samples.SLOT;
import static org.omnihall.hall.access.attempt.Samples.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.funnel.Drop;

class JourneyTest {

    private static final long SUBSCRIBER = 42;

    @Test
    void showsThePageOfEachState() {
        assertThat(view(new State.Asked(NOON), NOON)).isEqualTo(new View.NumberForm());
        assertThat(view(new State.Refused(NOON), NOON)).isEqualTo(new View.Refusal());
        assertThat(view(new State.Coded(NOON, SUBSCRIBER, LI), NOON)).isEqualTo(new View.CodeForm());
        assertThat(view(new State.Connecting(NOON, SUBSCRIBER, Way.CODE), NOON)).isEqualTo(new View.ConnectingPage());
        assertThat(view(new State.Online(NOON, SUBSCRIBER, Way.CODE), NOON)).isEqualTo(new View.Success());
        assertThat(view(new State.Failed(NOON, SUBSCRIBER, Way.CODE, Drop.AC_SILENT), NOON))
                .isEqualTo(new View.Failure(Drop.AC_SILENT));
        assertThat(view(new State.Ended(NOON), NOON)).isEqualTo(new View.Goodbye());
    }

    @Test
    void countsTheSlotDownToZeroAndNotBelow() {
        State slot = new State.Slot(NOON, SUBSCRIBER, Way.BINDING);
        assertThat(view(slot, NOON)).isEqualTo(new View.SlotPage(Duration.ofSeconds(10)));
        assertThat(view(slot, NOON.plusSeconds(7))).isEqualTo(new View.SlotPage(Duration.ofSeconds(3)));
        assertThat(view(slot, NOON.plusSeconds(60))).isEqualTo(new View.SlotPage(Duration.ZERO));
    }

    @Test
    void beginsASlotAnewOnlyAfterItsLongestTime() {
        State slot = new State.Slot(NOON, SUBSCRIBER, Way.BINDING);
        assertThat(Journey.beginsAnew(slot, NOON.plusSeconds(120), SLOT)).isFalse();
        assertThat(Journey.beginsAnew(slot, NOON.plusSeconds(121), SLOT)).isTrue();
        assertThat(Journey.beginsAnew(new State.Known(NOON, SUBSCRIBER, Way.BINDING), NOON, SLOT))
                .isTrue();
    }

    @Test
    void isOverAtTheMomentOfItsExpiry() {
        Attempt attempt = attempt(new State.Asked(NOON));
        Instant end = attempt.expiresAt();
        assertThat(Journey.view(attempt, end.minusMillis(1), SLOT)).isEqualTo(new View.NumberForm());
        assertThat(Journey.view(attempt, end, SLOT)).isEqualTo(new View.Expired());
        assertThat(Journey.allows(attempt, Act.GIVE_NUMBER, end.minusMillis(1))).isTrue();
        assertThat(Journey.allows(attempt, Act.GIVE_NUMBER, end)).isFalse();
    }

    @Test
    void allowsACodeOnlyWhereOneWasSent() {
        List<State> others = List.of(
                new State.Asked(NOON),
                new State.Refused(NOON),
                new State.Known(NOON, SUBSCRIBER, Way.BINDING),
                new State.Slot(NOON, SUBSCRIBER, Way.BINDING),
                new State.Online(NOON, SUBSCRIBER, Way.CODE),
                new State.Ended(NOON));
        assertThat(others).noneMatch(state -> Journey.allows(attempt(state), Act.GIVE_CODE, NOON));
        assertThat(Journey.allows(attempt(new State.Coded(NOON, SUBSCRIBER, LI)), Act.GIVE_CODE, NOON))
                .isTrue();
    }

    @Test
    void leavesASlotOnlyFromASlot() {
        assertThat(acts(new State.Known(NOON, SUBSCRIBER, Way.BINDING))).doesNotContain(Act.LEAVE_SLOT);
        assertThat(acts(new State.Slot(NOON, SUBSCRIBER, Way.BINDING))).contains(Act.LEAVE_SLOT);
        assertThat(acts(new State.Connecting(NOON, SUBSCRIBER, Way.BINDING))).doesNotContain(Act.LEAVE_SLOT);
    }

    @Test
    void letsALoginThatNobodyFinishesBeTriedAgain() {
        Attempt attempt = attempt(new State.Connecting(NOON, SUBSCRIBER, Way.CODE));
        assertThat(Journey.allows(attempt, Act.TRY_AGAIN, NOON.plusSeconds(45))).isFalse();
        assertThat(Journey.allows(attempt, Act.TRY_AGAIN, NOON.plusSeconds(46))).isTrue();
    }

    private static Set<Act> acts(State state) {
        return EnumSet.allOf(Act.class).stream()
                .filter(act -> Journey.allows(attempt(state), act, NOON))
                .collect(Collectors.toSet());
    }

    private static View view(State state, Instant now) {
        return Journey.view(attempt(state), now, SLOT);
    }
}
