package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderStateTest {

    private static final Set<String> TMF622 = Set.of(
            "acknowledged",
            "rejected",
            "pending",
            "held",
            "inProgress",
            "cancelled",
            "completed",
            "failed",
            "assessingCancellation");

    @Test
    void endsWhereNothingFollows() {
        assertThat(Arrays.stream(OrderState.values()).filter(OrderState::isEnd).collect(Collectors.toSet()))
                .isEqualTo(
                        EnumSet.of(OrderState.COMPLETED, OrderState.FAILED, OrderState.CANCELLED, OrderState.REJECTED));
    }

    @Test
    void canBeReachedFromACart() {
        Set<OrderState> reached = EnumSet.of(OrderState.DRAFT);
        for (OrderState state : OrderState.values()) {
            EnumSet.copyOf(reached).forEach(one -> reached.addAll(one.next()));
            assertThat(state.next()).doesNotContain(OrderState.DRAFT, state);
        }
        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
    }

    @Test
    void isToldInTheWordsOfTmf622OnceItIsPlaced() {
        Arrays.stream(OrderState.values())
                .filter(state -> state != OrderState.DRAFT)
                .forEach(state -> assertThat(TMF622).contains(state.shown()));
    }
}
