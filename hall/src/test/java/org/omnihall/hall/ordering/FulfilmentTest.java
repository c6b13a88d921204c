package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A node that dies at any moment of a fulfilment: another finishes or takes back, and each step's effect is there once or not at all. */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = "omnihall.ordering.in-flight=0")
class FulfilmentTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final World world;
    private final Orders orders;
    private final Fulfilment fulfilment;
    private final FulfilmentKinds kinds;
    private final OrderingSettings settings;
    private final Deeds deeds;
    private Instant now;

    @Autowired
    FulfilmentTest(
            ApplicationContext hall,
            Fulfilment fulfilment,
            FulfilmentKinds kinds,
            OrderingSettings settings,
            Deeds deeds) {
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.fulfilment = fulfilment;
        this.kinds = kinds;
        this.settings = settings;
        this.deeds = deeds;
        this.now = hall.getBean(Clock.class).instant().plusSeconds(60);
    }

    @Test
    void finishesWhateverStepANodeDiedInBeforeItsDeed() {
        for (int step = 0; step < 3; step++) {
            Order order = order("");
            steps(step);
            assertThat(fulfilment.claim(9, now)).hasSize(1);
            dead(order, step, 1);
        }
    }

    @Test
    void finishesWhateverStepANodeDiedInAfterItsDeed() {
        for (int step = 0; step < 3; step++) {
            Order order = order("");
            steps(step);
            fulfilment.claim(9, now).forEach(this::deedOnly);
            dead(order, step, 2);
        }
    }

    @Test
    void takesAllBackWhereverANodeDiedInTheTakingBack() {
        for (int undone = 0; undone < 3; undone++) {
            Order order = order("impossible");
            steps(3 + undone);
            assertThat(state(order)).isEqualTo(OrderState.COMPENSATING);
            fulfilment.claim(9, now).forEach(this::deedOnly);
            assertThat(fulfilment.claim(9, now.plus(LEASE).minusMillis(1))).isEmpty();
            now = now.plus(LEASE);
            steps(9);
            assertThat(state(order)).isEqualTo(OrderState.FAILED);
            orders.steps(order.id()).forEach(one -> {
                assertThat(deeds.done).doesNotContain(one.key());
                assertThat(deeds.asked("undo", one.key())).isBetween(1L, 2L);
            });
        }
    }

    @Test
    void listensToTheLastClaimOnly() {
        Order order = order("");
        StepTable.Claimed slow = fulfilment.claim(9, now).getFirst();
        now = now.plus(LEASE);
        StepTable.Claimed second = fulfilment.claim(9, now).getFirst();
        fulfilment.report(slow, new StepOutcome.Impossible("too late to say"), now);
        assertThat(state(order)).isEqualTo(OrderState.IN_PROGRESS);
        executor().work(second);
        fulfilment.report(second, new StepOutcome.Impossible("said twice"), now);
        steps(9);
        assertThat(state(order)).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void takesBackTheStepInWhichANodeDiedBeforeTheOrderWasCancelled() {
        Order order = order("");
        steps(1);
        fulfilment.claim(9, now).forEach(this::deedOnly);
        assertThat(orders.cancel(order.id(), "", By.staff("clerk", order.channel())))
                .isInstanceOf(OrderChange.Done.class);
        assertThat(fulfilment.claim(9, now)).isEmpty();
        now = now.plus(LEASE);
        steps(9);
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.steps(order.id()).stream().map(Step::state))
                .containsExactly(Step.State.UNDONE, Step.State.UNDONE, Step.State.SKIPPED);
        orders.steps(order.id()).forEach(one -> assertThat(deeds.done).doesNotContain(one.key()));
    }

    @Test
    void triesAgainAfterThePauseAndGivesUpAfterTheLastTry() {
        Order order = order("failing");
        steps(3);
        for (int tries = 1; tries < settings.tries(); tries++) {
            now = now.plus(settings.pauseAfter(tries));
            assertThat(fulfilment.claim(9, now.minusMillis(1))).isEmpty();
            steps(1);
        }
        assertThat(state(order)).isEqualTo(OrderState.COMPENSATING);
        steps(9);
        assertThat(state(order)).isEqualTo(OrderState.FAILED);
        assertThat(deeds.asked("run", orders.steps(order.id()).getLast().key())).isEqualTo(settings.tries());
    }

    private void dead(Order order, int step, long most) {
        assertThat(fulfilment.claim(9, now.plus(LEASE).minusMillis(1))).isEmpty();
        now = now.plus(LEASE);
        steps(9);
        assertThat(state(order)).isEqualTo(OrderState.COMPLETED);
        List<Step> all = orders.steps(order.id());
        all.forEach(one -> assertThat(deeds.done).contains(one.key()));
        assertThat(deeds.asked("run", all.get(step).key())).isEqualTo(most);
    }

    /** What a node does that dies before it writes the outcome down. */
    private void deedOnly(StepTable.Claimed claimed) {
        Fulfilment.Task task = fulfilment.task(claimed, now).orElseThrow();
        FulfilmentPort port = kinds.find(task.step().kind()).orElseThrow();
        StepOutcome lost =
                task.step().state() == Step.State.UNDOING ? port.undo(task.context()) : port.run(task.context());
        assertThat(lost).isInstanceOf(StepOutcome.Done.class);
    }

    /** Lets so many steps be done, or as many as there are. */
    private void steps(int most) {
        for (int i = 0; i < most; i++) {
            fulfilment.claim(1, now).forEach(executor()::work);
        }
    }

    private Executor executor() {
        return new Executor(
                fulfilment, kinds, settings, Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry(), new Bell());
    }

    private Order order(String mood) {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        String wifi = world.offering("order-standard", 0, 9_900, "test.one", "test.two", "test.three");
        Map<String, String> answers = mood.isEmpty() ? Map.of() : World.mood(mood);
        return world.placed(cafe.by(cafe.buyer()), new Wish(wifi, 1, ItemAction.ADD, answers, false, Optional.empty()));
    }

    private OrderState state(Order order) {
        return orders.find(order.id()).orElseThrow().state();
    }
}
