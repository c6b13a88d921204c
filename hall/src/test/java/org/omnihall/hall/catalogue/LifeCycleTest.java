package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.catalogue.LifeCycle.Action;

/** The life of an offering (requirement D16). */
class LifeCycleTest {

    @Test
    void letsNothingBeOrderedThatIsRetiredOrNotYetLaunched() {
        assertThat(Arrays.stream(LifeCycle.values()).filter(state -> state.allows(Action.ORDER)))
                .containsExactly(LifeCycle.LAUNCH, LifeCycle.GROWTH, LifeCycle.MATURE);
        assertThat(LifeCycle.RETIRED.actions()).isEmpty();
        assertThat(LifeCycle.RETIRED.next()).isEmpty();
    }

    @Test
    void letsAnOfferingBeTriedUntilItIsMature() {
        assertThat(Arrays.stream(LifeCycle.values()).filter(state -> state.allows(Action.TRY)))
                .containsExactly(LifeCycle.TRIAL, LifeCycle.LAUNCH, LifeCycle.GROWTH);
    }

    @Test
    void changesNoFactsUnderOrdersAndRemovesOnlyDrafts() {
        assertThat(Arrays.stream(LifeCycle.values()).filter(state -> state.allows(Action.CHANGE_FACTS)))
                .containsExactly(LifeCycle.DESIGN, LifeCycle.TRIAL);
        assertThat(Arrays.stream(LifeCycle.values()).filter(state -> state.allows(Action.REMOVE)))
                .containsExactly(LifeCycle.DESIGN);
    }

    @Test
    void leadsFromEveryStateToRetirementAndOnlyATrialGoesBack() {
        for (LifeCycle state : LifeCycle.values()) {
            assertThat(reachable(state)).contains(LifeCycle.RETIRED);
            state.next()
                    .forEach(next -> assertThat(
                                    next.compareTo(state) > 0 || (state == LifeCycle.TRIAL && next == LifeCycle.DESIGN))
                            .isTrue());
        }
    }

    private static Set<LifeCycle> reachable(LifeCycle from) {
        Set<LifeCycle> seen = EnumSet.of(from);
        Set<LifeCycle> fresh = EnumSet.of(from);
        while (!fresh.isEmpty()) {
            Set<LifeCycle> next = EnumSet.noneOf(LifeCycle.class);
            fresh.forEach(state -> next.addAll(state.next()));
            next.removeAll(seen);
            seen.addAll(next);
            fresh = next;
        }
        return seen;
    }
}
