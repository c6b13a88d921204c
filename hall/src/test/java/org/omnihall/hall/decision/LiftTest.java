package org.omnihall.hall.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What an offer brought, with the interval of Newcombe's tenth method; his own example (1998, table II, a). */
class LiftTest {

    @Test
    void givesNewcombesInterval() {
        Lift lift = Lift.of(56, 70, 48, 80);
        assertThat(lift.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(lift.low()).isCloseTo(0.0524, within(1e-4));
        assertThat(lift.high()).isCloseTo(0.3339, within(1e-4));
        assertThat(lift.isProved()).isTrue();
    }

    @Test
    void provesNothingWhereBothGroupsDoTheSame() {
        assertThat(Lift.of(10, 100, 10, 100).isProved()).isFalse();
        assertThat(Lift.of(0, 10, 0, 10).difference()).isZero();
    }

    @Test
    void needsTwoGroups() {
        assertThatThrownBy(() -> Lift.of(0, 0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lift.of(1, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
