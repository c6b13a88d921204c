package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Wishes that make no sense, alone or beside each other in one order (requirement D1). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class RefusedWishesTest {

    private final World world;
    private final Errands errands;
    private final Carts carts;

    @Autowired
    RefusedWishesTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.carts = hall.getBean(Carts.class);
    }

    @Test
    void refusesAnAdditionThatNamesAProduct() {
        World.Cafe cafe = errands.billed();
        Product product = product(cafe, world.offering(Errands.SIMPLE, 0, 9_900, "test.one"));
        for (long named : new long[] {product.id(), 1L << 40}) {
            Wish wish = wish(product.offering(), 1, ItemAction.ADD, false, named);
            assertThat(errands.refusal(cafe.served(), wish)).isEqualTo(Refusal.PRODUCT_UNKNOWN);
            assertThat(carts.begin(world.placing(cafe.served(), world.channel("web-hall"), wish)))
                    .isEqualTo(new Placement.Refused(Refusal.PRODUCT_UNKNOWN, product.offering()));
        }
    }

    @Test
    void refusesToTryWhatIsThere() {
        World.Cafe cafe = errands.billed();
        Product product = product(cafe, world.offering(Errands.SIMPLE, 0, 9_900, "test.one"));
        assertThat(errands.refusal(cafe.served(), wish(product.offering(), 1, ItemAction.CHANGE, true, product.id())))
                .isEqualTo(Refusal.NOT_TO_BE_TRIED);
        assertThat(errands.refusal(
                        cafe.served(), wish(product.offering(), 1, ItemAction.TERMINATE, true, product.id())))
                .isEqualTo(Refusal.NOT_TO_BE_TRIED);
        assertThat(errands.refusal(cafe.served(), Wish.change(product, 2, Map.of())))
                .isNull();
    }

    @Test
    void refusesOneProductTwiceInOneOrder() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        Product one = product(cafe, wifi);
        Product other = product(cafe, wifi);
        assertThat(errands.refusal(cafe.served(), Wish.change(one, 2, Map.of()), Wish.change(one, 3, Map.of())))
                .isEqualTo(Refusal.PRODUCT_IN_ORDER);
        assertThat(errands.refusal(cafe.served(), Wish.terminate(one), Wish.terminate(one)))
                .isEqualTo(Refusal.PRODUCT_IN_ORDER);
        assertThat(errands.refusal(cafe.served(), Wish.terminate(one), Wish.terminate(other)))
                .isNull();
    }

    @Test
    void refusesOneTrialTwiceInOneOrder() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        String line = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        assertThat(errands.refusal(cafe.served(), Wish.trial(wifi, 1, Map.of()), Wish.trial(wifi, 1, Map.of())))
                .isEqualTo(Refusal.TRIED_BEFORE);
        assertThat(errands.refusal(
                        cafe.served(),
                        Wish.trial(wifi, 1, Map.of()),
                        Wish.trial(line, 1, Map.of()),
                        Wish.add(wifi, 1, Map.of())))
                .isNull();
    }

    @Test
    void refusesToEndNothingOfAProduct() {
        World.Cafe cafe = errands.billed();
        Product product = product(cafe, world.offering(Errands.SIMPLE, 0, 9_900, "test.one"));
        assertThat(errands.refusal(
                        cafe.served(), wish(product.offering(), 0, ItemAction.TERMINATE, false, product.id())))
                .isEqualTo(Refusal.QUANTITY_OUTSIDE);
        assertThat(errands.refusal(
                        cafe.served(), wish(product.offering(), 1, ItemAction.TERMINATE, false, product.id())))
                .isNull();
    }

    private Product product(World.Cafe cafe, String offering) {
        return errands.productOf(errands.completed(world.placed(cafe.served(), Wish.add(offering, 1, Map.of()))));
    }

    private static Wish wish(String offering, int quantity, ItemAction action, boolean trial, long product) {
        return new Wish(offering, quantity, action, Map.of(), trial, Optional.of(product));
    }
}
