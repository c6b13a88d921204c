package org.omnihall.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.bench.boss.Boss;
import org.omnihall.bench.crash.Gates.Gate;
import org.omnihall.bench.crash.Gates.Point;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.order.OrderClient;
import org.omnihall.bench.order.Shop;

/**
 * Business Wi-Fi that is ordered while the hall is killed: at every point of every step, where gates hold one order each, and at random
 * moments under load. BOSS and the ordering programs live on.
 */
public final class FulfilmentRun implements AutoCloseable {

    private static final List<String> NETWORK = List.of("wlan.venue", "wlan.ssid", "wlan.profile", "wlan.page");
    private static final String CHARGE = "boss.open";
    private static final String WIFI = "wifi";
    private static final String REFUSED = "wifi-refused";
    private static final String TAKEN = "wifi-taken";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HallProcess hall;
    private final Boss boss;
    private final OrderClient client;
    private final Random random;
    private final Map<String, Integer> atGates = new TreeMap<>();
    private final Map<String, Integer> atRandom = new TreeMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private int kills;
    private int gatedKills;

    private FulfilmentRun(HallProcess hall, Boss boss, OrderClient client, long seed) {
        this.hall = hall;
        this.boss = boss;
        this.client = client;
        this.random = new Random(seed);
    }

    /** Makes the shop in a fresh directory, then starts its hall as a process of its own. */
    public static FulfilmentRun open(Path home, int offset, long seed) throws IOException, InterruptedException {
        String token;
        long company;
        try (RunningHall maker = RunningHall.start(
                "--omnihall.node.home=" + home, "--omnihall.node.port-offset=" + offset, "--logging.level.root=warn")) {
            Shop shop = new Shop(maker);
            shop.offer(WIFI, plan(NETWORK, CHARGE));
            shop.offer(REFUSED, plan(NETWORK, CHARGE));
            shop.offer(TAKEN, CHARGE, "wlan.venue", "wlan.ssid");
            token = shop.client("crash");
            company = shop.company("Crash Coffee");
        }
        Boss boss = Boss.open(0, Duration.ofMillis(50));
        boss.refuse(REFUSED);
        HallProcess hall = new HallProcess(
                home,
                offset,
                List.of(
                        "--omnihall.database.connections=44",
                        "--omnihall.ordering.in-flight=44",
                        "--omnihall.ordering.lease=4s",
                        "--omnihall.ordering.poll=50ms",
                        "--omnihall.ordering.first-pause=50ms",
                        "--omnihall.boss.url=" + boss.url(),
                        "--omnihall.boss.per-second=100",
                        "--omnihall.boss.lease=2s",
                        "--omnihall.boss.answer=1s",
                        "--omnihall.boss.first-pause=50ms",
                        "--omnihall.boss.longest-pause=500ms",
                        "--omnihall.boss.poll=20ms"));
        hall.start();
        URI web = URI.create("http://127.0.0.1:" + (HallProcess.WEB + offset));
        FulfilmentRun run = new FulfilmentRun(hall, boss, new OrderClient(web, token, company), seed);
        new Gates(hall.database()).build();
        run.place(WIFI, "taken"); // whose SSID the third offering asks for
        run.settle();
        return run;
    }

    private static String[] plan(List<String> steps, String last) {
        List<String> plan = new ArrayList<>(steps);
        plan.add(last);
        return plan.toArray(String[]::new);
    }

    /**
     * Holds one order at every point of every step, kills the hall there, and starts it again. A change of the network that has not committed
     * keeps all others out, so each such kill has one of them, of the next step every time.
     */
    public void killAtEveryPoint(boolean databaseToo) throws IOException, InterruptedException {
        Gates gates = new Gates(hall.database());
        List<Gate> held = new ArrayList<>();
        for (String kind : NETWORK) {
            for (Point point : List.of(Point.DUE, Point.BEGUN, Point.DONE)) {
                held.add(hold(gates, WIFI, kind, point));
            }
            for (Point point : List.of(Point.UNDO_DUE, Point.UNDO_BEGUN, Point.UNDONE)) {
                held.add(hold(gates, REFUSED, kind, point));
            }
        }
        for (Point point : List.of(Point.DUE, Point.PUT, Point.DONE)) {
            held.add(hold(gates, WIFI, CHARGE, point));
        }
        for (Point point : List.of(Point.UNDO_DUE, Point.UNDO_PUT, Point.UNDONE)) {
            held.add(hold(gates, TAKEN, CHARGE, point));
        }
        awaitReached(gates, held);
        // what stands in the way of every other command comes last
        held.add(hold(gates, WIFI, CHARGE, Point.ANSWERED));
        awaitReached(gates, held);
        held.add(hold(gates, WIFI, CHARGE, Point.ASKED));
        awaitReached(gates, held);
        held.add(hold(gates, WIFI, NETWORK.get(gatedKills % NETWORK.size()), Point.MADE));
        awaitReached(gates, held);
        held.forEach(gate -> atGates.merge(gate.kind() + " " + gate.point().shown(), 1, Integer::sum));
        hall.kill(databaseToo);
        kills++;
        gatedKills++;
        hall.start();
        new Gates(hall.database()).openAll();
        settle();
    }

    /** Kills the hall at a random moment while orders come in from three programs, and starts it again. */
    public void killAtRandom(Duration latest) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(Thread.ofVirtual().start(() -> placeUntil(over)));
        }
        Thread.sleep(random.nextLong(latest.toMillis() / 4, latest.toMillis()));
        hall.kill(false);
        kills++;
        new FulfilmentBook(hall.database(), boss.account())
                .standings()
                .forEach((where, count) -> atRandom.merge(where, count, Integer::sum));
        over.set(true);
        hall.start();
        for (Thread program : programs) {
            program.join();
        }
        settle();
    }

    private void placeUntil(AtomicBoolean over) {
        try {
            while (!over.get()) {
                String offering = List.of(WIFI, WIFI, REFUSED, TAKEN).get(numbers.get() % 4);
                place(offering, "n" + numbers.incrementAndGet());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Gate hold(Gates gates, String offering, String kind, Point point) throws InterruptedException {
        Gate gate = new Gate("g" + numbers.incrementAndGet(), kind, point);
        gates.close(gate);
        place(offering, gate.key());
        return gate;
    }

    private void place(String offering, String key) throws InterruptedException {
        String ssid = offering.equals(TAKEN) ? "taken" : key;
        client.place(
                key,
                offering,
                Map.of("venueName", key, "ssid", ssid, "speedMbps", "5", "homePage", "https://cafe.example/" + key));
    }

    private void awaitReached(Gates gates, List<Gate> held) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!gates.reached(held).containsAll(held)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                List<Gate> missing = new ArrayList<>(held);
                missing.removeAll(gates.reached(held));
                throw new IllegalStateException("nobody comes to " + missing + ": " + book().open());
            }
            Thread.sleep(20);
        }
    }

    /** Every order is at its end. */
    private void settle() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!client.allEnded()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "not every order has come to its end within " + PATIENCE + ": " + book().open());
            }
            Thread.sleep(50);
        }
    }

    /** What is wrong with what stands in the tables and at BOSS; nothing where every order is whole or gone. */
    public List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>(book().faults());
        Map<String, String> states = book().states();
        client.ids().keySet().stream()
                .filter(key -> !states.containsKey(key))
                .forEach(key -> faults.add(key + " was taken and is lost"));
        return faults;
    }

    /** How many orders ended in each state. */
    public Map<String, Integer> ends() throws IOException {
        Map<String, Integer> ends = new TreeMap<>();
        book().states().values().forEach(state -> ends.merge(state, 1, Integer::sum));
        return ends;
    }

    private FulfilmentBook book() throws IOException {
        return new FulfilmentBook(hall.database(), boss.account());
    }

    /** How often the hall was killed while an order stood at a gate, by step and point. */
    public Map<String, Integer> atGates() {
        return Map.copyOf(atGates);
    }

    /** Where orders stood when the hall was killed at a random moment. */
    public Map<String, Integer> atRandom() {
        return new TreeMap<>(atRandom);
    }

    public int kills() {
        return kills;
    }

    public Boss boss() {
        return boss;
    }

    @Override
    public void close() {
        hall.drop();
        client.close();
        boss.close();
    }
}
