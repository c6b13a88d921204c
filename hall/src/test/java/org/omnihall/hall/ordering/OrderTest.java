package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;

class OrderTest {

    @Test
    void canBeCalledOffUntilItsEndBegins() {
        assertThat(cancellable(ItemAction.ADD))
                .isEqualTo(EnumSet.of(
                        OrderState.DRAFT,
                        OrderState.PENDING_APPROVAL,
                        OrderState.PENDING_PAYMENT,
                        OrderState.ACKNOWLEDGED,
                        OrderState.IN_PROGRESS));
    }

    @Test
    void cannotBeCalledOffOnceATerminationHasBegun() {
        assertThat(cancellable(ItemAction.TERMINATE))
                .isEqualTo(EnumSet.of(
                        OrderState.DRAFT,
                        OrderState.PENDING_APPROVAL,
                        OrderState.PENDING_PAYMENT,
                        OrderState.ACKNOWLEDGED));
    }

    private static Set<OrderState> cancellable(ItemAction action) {
        return Arrays.stream(OrderState.values())
                .filter(state -> order(state, action).canBeCancelled())
                .collect(Collectors.toSet());
    }

    private static Order order(OrderState state, ItemAction action) {
        OrderItem item = new OrderItem(
                1, "wifi", 1, action, Map.of(), Optional.empty(), Optional.of(7L), new Charges(0, 0, Map.of()));
        return new Order(
                1,
                "/",
                state,
                new Buyer.Firm(1, Optional.empty()),
                Optional.empty(),
                new ChannelId(1),
                new UUID(0, 1),
                0,
                0,
                Optional.empty(),
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                List.of(item));
    }
}
