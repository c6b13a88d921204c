package org.omnihall.bench.boss;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.bench.order.OrderClient;
import org.omnihall.bench.order.Shop;
import org.springframework.util.FileSystemUtils;

/** The business support system stands still, lies and stumbles over a real socket while orders come in (requirement D4). */
class BossStandstillSystemTest {

    private static final int PER_SECOND = 20;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofMillis(400);
    private static final Duration STANDSTILL = Duration.ofSeconds(4);
    private static final Duration STUMBLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(40);
    private static final int ORDERS = 100;

    private static Path home;
    private static Boss boss;
    private static RunningHall hall;
    private static OrderClient client;

    @BeforeAll
    static void open() throws IOException {
        home = Files.createTempDirectory("boss");
        boss = Boss.open(0, Duration.ofMillis(300));
        hall = RunningHall.start(
                "--omnihall.node.home=" + home,
                "--omnihall.node.port-offset=" + SystemHall.freeOffset(),
                "--omnihall.boss.url=" + boss.url(),
                "--omnihall.boss.per-second=" + PER_SECOND,
                "--omnihall.boss.failures=" + FAILURES,
                "--omnihall.boss.rest=" + REST.toMillis() + "ms",
                "--omnihall.boss.first-pause=100ms",
                "--omnihall.boss.longest-pause=500ms",
                "--omnihall.boss.lease=1s",
                "--omnihall.boss.answer=500ms",
                "--omnihall.boss.poll=20ms");
        Shop shop = new Shop(hall);
        shop.offer("charged", "boss.open");
        client = new OrderClient(
                URI.create("http://127.0.0.1:" + hall.node().ports().web()),
                shop.client("standstill"),
                shop.company("Tea House"));
    }

    @AfterAll
    static void close() throws IOException {
        client.close();
        hall.close();
        boss.close();
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void losesAndDoublesNoOrderAndKeepsTheRateThroughAStandstillUnderLoad() throws InterruptedException {
        boss.suffer(Fault.DOWN);
        AtomicInteger placed = new AtomicInteger();
        Thread load = Thread.ofVirtual().start(() -> place(placed));
        SystemHall.await("BOSS is called", () -> boss.account().calls() > 0);
        pass(STANDSTILL);
        int whileDown = boss.account().calls();
        assertThat(placed.get()).as("orders taken meanwhile").isGreaterThan(PER_SECOND);
        long questions = STANDSTILL.dividedBy(REST) + 1;
        assertThat(whileDown).as("the breaker is open").isBetween(FAILURES + 2, FAILURES + (int) questions);
        assertThat(boss.account().products()).isEmpty();
        for (Fault fault : new Fault[] {Fault.ANSWER_LOST, Fault.GARBAGE, Fault.BROKEN, Fault.BUSY, Fault.SLOW}) {
            boss.suffer(fault);
            pass(STUMBLE);
        }
        boss.suffer(Fault.NONE);
        load.join();
        SystemHall.await("every order is at its end", Duration.ofSeconds(30), BossStandstillSystemTest::allEnded);
        assertThat(client.ids()).hasSize(ORDERS);
        for (String id : client.ids().values()) {
            assertThat(client.state(id)).contains("completed");
        }
        theAccountIsRight();
        System.out.print(boss.account().summary());
    }

    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void theAccountIsRight() {
        Account account = boss.account();
        assertThat(account.products()).hasSize(ORDERS);
        assertThat(account.products().values()).allMatch(new Account.Product(1, 0, 0)::equals);
        assertThat(account.commands()).hasSize(ORDERS).allMatch(Account.Command::isDone);
        assertThat(account.commands()).as("told again under its key").anyMatch(command -> command.seen() > 1);
        assertThat(account.contradictions()).isEmpty();
        // a call may be held up on its way, so that the next one follows it sooner than it left
        assertThat(account.mostWithin(Duration.ofSeconds(1))).isBetween(PER_SECOND / 2, PER_SECOND + 1);
        assertThat(account.mostWithin(Duration.ofSeconds(5))).isLessThanOrEqualTo(5 * PER_SECOND + 1);
    }

    private static void place(AtomicInteger placed) {
        try {
            for (int i = 0; i < ORDERS; i++) {
                client.place("order-" + i, "charged", Map.of());
                placed.incrementAndGet();
                pass(BETWEEN_ORDERS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean allEnded() {
        try {
            return client.allEnded();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
