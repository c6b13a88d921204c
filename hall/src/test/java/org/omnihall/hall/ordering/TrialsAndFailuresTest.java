package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Trials that end or are kept, and steps that fail and are taken back (requirement D1). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class TrialsAndFailuresTest {

    private final World world;
    private final Errands errands;
    private final Orders orders;
    private final Products products;
    private final TrialEnd trialEnd;
    private final JdbcClient db;
    private final Deeds deeds;

    @Autowired
    TrialsAndFailuresTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.trialEnd = hall.getBean(TrialEnd.class);
        this.db = hall.getBean(JdbcClient.class);
        this.deeds = hall.getBean(Deeds.class);
    }

    @Test
    void isTriedOnceAndEndsByItself() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 1_000, 9_900, "test.one", "test.two");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, Map.of()));
        assertThat(order.dueNowFen()).isZero();
        Product product = errands.productOf(errands.completed(order));
        Instant until = product.trialUntil().orElseThrow();
        assertThat(until).isEqualTo(product.startedAt().plus(Duration.ofDays(14)));
        assertThat(errands.refusal(cafe.by(cafe.administrator()), Wish.trial(wifi, 1, Map.of())))
                .isEqualTo(Refusal.TRIED_BEFORE);
        Set<String> keys = Set.copyOf(product.results().values());
        assertThat(deeds.done).containsAll(keys);
        trialEnd.end(until.minusNanos(1_000));
        assertThat(products.find(product.id()).orElseThrow().state()).isEqualTo(ProductState.ACTIVE);
        trialEnd.end(until);
        trialEnd.end(until);
        Eventually.holds(
                "the trial ends",
                () -> products.find(product.id()).orElseThrow().state() == ProductState.TERMINATED);
        assertThat(deeds.done).doesNotContainAnyElementsOf(keys);
        assertThat(db.sql("select count(*) from ordering.order_item where product_id = ? and action = 'TERMINATE'")
                        .param(product.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void keepsAProductThatWasTried() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one", "test.two");
        Product tried = errands.productOf(
                errands.completed(world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, Map.of()))));
        errands.completed(world.placed(cafe.by(cafe.buyer()), Wish.change(tried, 2, Map.of())));
        Product kept = products.find(tried.id()).orElseThrow();
        assertThat(kept.trialUntil()).isEmpty();
        assertThat(kept.charges().monthlyFen()).isEqualTo(19_800);
        assertThat(kept.quantity()).isEqualTo(2);
        trialEnd.end(tried.trialUntil().orElseThrow().plusSeconds(1));
        assertThat(products.find(tried.id()).orElseThrow().state()).isEqualTo(ProductState.ACTIVE);
    }

    @Test
    void takesBackWhatWasDoneWhereAStepCannotBe() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        for (String mood : List.of("impossible", "failing", "breaking")) {
            Order order = world.placed(cafe.by(cafe.buyer()), Wish.trial(wifi, 1, World.mood(mood)));
            errands.ended(order, OrderState.FAILED);
            assertThat(orders.find(order.id()).orElseThrow().fault()).startsWith("test.three: ");
            assertThat(orders.steps(order.id()).stream().map(Step::state)).containsOnly(Step.State.UNDONE);
            orders.steps(order.id()).forEach(step -> assertThat(deeds.done).doesNotContain(step.key()));
        }
        assertThat(products.list(ProductFilter.of(cafe.served()), Paging.first())
                        .rows())
                .isEmpty();
    }

    @Test
    void isHeldWhereSomethingCannotBeTakenBackUntilAPersonTriesAgain() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, World.mood("stubborn")));
        errands.ended(order, OrderState.HELD);
        By clerk = By.staff("clerk", world.channel("web-hall"));
        deeds.stubborn = false;
        assertThat(orders.retry(order.id(), clerk)).isInstanceOf(OrderChange.Done.class);
        errands.ended(order, OrderState.FAILED);
        deeds.stubborn = true;
        assertThat(orders.retry(order.id(), clerk)).isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
    }

    @Test
    void isCancelledOnTheWay() {
        World.Cafe cafe = errands.billed();
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one", "test.two", "test.three");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, World.mood("waiting")));
        Eventually.holds(
                "the third step waits",
                () -> orders.steps(order.id()).getLast().reason().equals("nobody there"));
        By wang = new By("wang", Optional.of(cafe.buyer()), world.channel("web-hall"));
        assertThat(orders.cancel(order.id(), "changed my mind", wang)).isInstanceOf(OrderChange.Done.class);
        errands.ended(order, OrderState.CANCELLED);
        orders.steps(order.id()).forEach(step -> assertThat(deeds.done).doesNotContain(step.key()));
        assertThat(orders.cancel(order.id(), "", wang)).isEqualTo(OrderChange.refused(Refusal.NOT_NOW));
        assertThat(orders.find(order.id()).orElseThrow().fault()).isEmpty();
    }
}
