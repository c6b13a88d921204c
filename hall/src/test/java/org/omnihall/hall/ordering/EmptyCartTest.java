package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ordering.Errands.cart;
import static org.omnihall.hall.ordering.Errands.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A cart out of which everything is taken (requirement D3). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class EmptyCartTest {

    private final World world;
    private final Errands errands;
    private final Carts carts;

    @Autowired
    EmptyCartTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.carts = hall.getBean(Carts.class);
    }

    @Test
    void isEmptiedByNoWishes() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 500, 9_900, "test.one");
        ChannelId web = world.channel("web-hall");
        Order cart = cart(carts.begin(world.placing(cafe.by(cafe.buyer()), web, Wish.add(wifi, 3, Map.of()))));
        By wang = new By("wang", Optional.of(cafe.buyer()), web);
        Order emptied = order(carts.change(cart.id(), items -> Optional.of(List.of()), wang));
        assertThat(emptied.items()).isEmpty();
        assertThat(emptied.monthlyFen()).isZero();
        assertThat(emptied.dueNowFen()).isZero();
        assertThat(carts.place(cart.id(), wang)).isEqualTo(OrderChange.refused(Refusal.NO_ITEMS));
    }
}
