package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ordering.PaymentAttempt.State.BEGUN;
import static org.omnihall.hall.ordering.PaymentAttempt.State.EXPIRED;
import static org.omnihall.hall.ordering.PaymentAttempt.State.FAILED;
import static org.omnihall.hall.ordering.PaymentAttempt.State.PAID;
import static org.omnihall.hall.ordering.PaymentAttempt.State.TO_REFUND;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ordering.PaymentAttempt.State;

/** The whole table of what an attempt may become. */
class AttemptStateTest {

    private static final Map<State, Set<State>> TABLE = new EnumMap<>(Map.of(
            BEGUN, Set.of(PAID, FAILED, EXPIRED, TO_REFUND),
            FAILED, Set.of(PAID, TO_REFUND),
            EXPIRED, Set.of(PAID, TO_REFUND),
            PAID, Set.of(),
            TO_REFUND, Set.of()));

    @Test
    void losesNoMoneyThatComesLateAndForgetsNoneThatCame() {
        for (State from : EnumSet.allOf(State.class)) {
            for (State to : EnumSet.allOf(State.class)) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }
}
