package org.omnihall.hall.ordering.boss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.ProductFilter;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The business support system stands still for an hour of simulated time while orders come in (requirement D4). */
@HallTest
@Import(BossHourTest.Time.class)
@TestPropertySource(
        properties = {
            "omnihall.boss.per-second=5",
            "omnihall.boss.poll=20ms",
            "omnihall.ordering.poll=20ms",
        })
class BossHourTest {

    private static final int PER_SECOND = 5;
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int ORDERS = 40;
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2027-01-04T01:00:00Z"));
    private static final BossOnPaper BOSS = boss();

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        Clock simulated() {
            return new Simulated();
        }
    }

    /** Stands still until it is moved. */
    private static final class Simulated extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return NOW.get();
        }
    }

    private static BossOnPaper boss() {
        try {
            return new BossOnPaper(new Simulated());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @DynamicPropertySource
    static void url(DynamicPropertyRegistry registry) {
        registry.add("omnihall.boss.url", BOSS::url);
    }

    private final World world;
    private final Orders orders;
    private final Products products;
    private final BossOutbox outbox;
    private final JdbcClient db;

    @Autowired
    BossHourTest(ApplicationContext hall, BossOutbox outbox, JdbcClient db) {
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.outbox = outbox;
        this.db = db;
    }

    @BeforeEach
    void healthy() {
        BOSS.illness = BossOnPaper.Illness.NONE;
        BOSS.calls.clear();
        BOSS.done.clear();
    }

    @AfterAll
    static void close() {
        BOSS.close();
    }

    @Test
    void losesAndDoublesNoOrderWhileItStandsStillForAnHour() {
        World.Cafe cafe = cafe();
        String line = world.offering("order-standard", 0, 9_900, "boss.open");
        BOSS.illness = BossOnPaper.Illness.STOPPED;
        List<Order> placed = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            if (placed.size() < ORDERS) {
                placed.add(world.placed(cafe.served(), Wish.add(line, 1, Map.of())));
            }
            tick(Duration.ofMinutes(1));
        }
        assertThat(BOSS.done).isEmpty();
        assertThat(BOSS.calls).hasSizeBetween(5, 130);
        placed.forEach(order -> assertThat(state(order)).isIn(OrderState.ACKNOWLEDGED, OrderState.IN_PROGRESS));
        BOSS.illness = BossOnPaper.Illness.ANSWERS_LOST;
        ticks(Duration.ofSeconds(10), () -> BOSS.done.size() >= 3);
        BOSS.illness = BossOnPaper.Illness.NONE;
        tick(Duration.ofMinutes(3));
        ticks(TICK, () -> waiting() == 0);
        ticks(Duration.ofSeconds(30), () -> placed.stream().allMatch(order -> state(order) == OrderState.COMPLETED));
        assertThat(BOSS.done.keySet())
                .containsExactlyInAnyOrderElementsOf(placed.stream()
                        .map(order -> orders.steps(order.id()).getFirst().key() + "-OPEN")
                        .toList());
        assertThat(products.list(ProductFilter.of(cafe.served()), Paging.first())
                        .rows())
                .hasSize(ORDERS);
        for (int i = 0; i + PER_SECOND < BOSS.calls.size(); i++) {
            assertThat(BOSS.calls.get(i + PER_SECOND))
                    .isAfterOrEqualTo(BOSS.calls.get(i).plusSeconds(1).minus(TICK));
        }
    }

    @Test
    void takesBackWhatItRefuses() {
        World.Cafe cafe = cafe();
        String line = world.offering("order-standard", 0, 9_900, "boss.open");
        BOSS.illness = BossOnPaper.Illness.UNWILLING;
        Order order = world.placed(cafe.served(), Wish.add(line, 1, Map.of()));
        ticks(TICK, () -> state(order) == OrderState.FAILED);
        assertThat(BOSS.done).isEmpty();
        assertThat(orders.find(order.id()).orElseThrow().fault()).contains("422 no such account");
    }

    @Test
    void givesTurnsAtTheRateToTheMicrosecond() {
        World.Cafe cafe = cafe();
        String line = world.offering("order-standard", 500, 0, "boss.open");
        long order = world.placed(cafe.served(), Wish.add(line, 1, Map.of())).id();
        Instant at = NOW.get().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 20; i++) {
            outbox.put("turn-" + i, "turn-" + i, order, "{}", at);
        }
        Duration interval = Duration.ofMillis(100);
        int sent = 0;
        for (int milli = 0; milli < 1_000; milli += 10) {
            if (outbox.turn(at.plusMillis(milli), interval, Duration.ofSeconds(30)) instanceof BossOutbox.Turn.Send) {
                sent++;
            }
        }
        assertThat(sent).isEqualTo(10);
        db.sql("delete from ordering.boss_command where command_key like 'turn-%'")
                .update();
        db.sql("update ordering.boss_turn set next_at = '2000-01-01T00:00:00Z'").update();
    }

    private long waiting() {
        return db.sql("select count(*) from ordering.boss_command where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    private World.Cafe cafe() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        return cafe;
    }

    private OrderState state(Order order) {
        return orders.find(order.id()).orElseThrow().state();
    }

    private static void tick(Duration step) {
        NOW.updateAndGet(now -> now.plus(step));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }

    private static void ticks(Duration step, BooleanSupplier until) {
        for (int i = 0; i < 600 && !until.getAsBoolean(); i++) {
            tick(step);
        }
        assertThat(until.getAsBoolean()).isTrue();
    }
}
