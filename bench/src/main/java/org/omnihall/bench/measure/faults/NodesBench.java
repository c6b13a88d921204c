package org.omnihall.bench.measure.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.omnihall.bench.crash.HallProcess;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.radius.RepeatingLoop;
import org.omnihall.bench.radius.Target;
import org.springframework.util.FileSystemUtils;

/** Two halls on one PostgreSQL, each packet of a session to any of them, and one of them killed in the middle of it. */
public final class NodesBench {

    public static final String WHAT =
            "Two halls on one PostgreSQL; each packet goes to one of them by chance, and what is not"
                    + " answered to the other. One is killed by SIGKILL under load and started again. Halls, PostgreSQL and controller"
                    + " are processes of one machine.";

    private static final double SINGLES_A_SECOND = 150;
    private static final double COUPLES_A_SECOND = 60;

    /** The load's interim interval. */
    private static final Duration STEP = Duration.ofSeconds(2);

    /** So many couples wait for their Disconnect when the node is killed, which may become fewer until it is dead. */
    private static final int ORPHANS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final int SUBSCRIBERS = 60_000;
    private static final int OFFSET = 8_900;

    private final Ground ground;
    private final Duration span;
    private final long seed;
    private final Stage stage;
    private final HallProcess first;

    /** @param span how long each part of a case takes: before the kill, while one is away, afterwards */
    public NodesBench(Ground ground, Duration span, long seed) throws IOException, InterruptedException {
        this.ground = ground;
        this.span = span;
        this.seed = seed;
        this.stage = new Stage(ground, Duration.ZERO);
        this.first = start();
    }

    /** Both at once, for each takes its time; the first of them. */
    private HallProcess start() throws IOException, InterruptedException {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<HallProcess> other = beside.submit(() -> ground.running(1, HallProcess.Launch.USUAL));
            HallProcess one = ground.running(0, HallProcess.Launch.USUAL);
            other.get();
            return one;
        } catch (ExecutionException broken) {
            throw new IOException("the second node does not start", broken.getCause());
        }
    }

    /** Takes both cases, on a ground of their own. */
    public static void run(Duration span, Figures figures) throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.faults.seed", System.nanoTime());
        Path folder = Files.createTempDirectory("nodes");
        try (Ground ground = Ground.prepare(folder, OFFSET, SUBSCRIBERS)) {
            NodesBench bench = new NodesBench(ground, span, seed);
            figures.add("seed", "%d".formatted(seed));
            figures.add(
                    "load",
                    "%,.0f requests a second of subscribers with one device, %,.0f of subscribers with two where one is allowed"
                            .formatted(SINGLES_A_SECOND, COUPLES_A_SECOND));
            Killed killed = bench.killOne();
            killed.tell(figures);
            Row waiting = bench.killOneThatHoldsAJournal();
            Row.tell(List.of(killed.singles(), killed.couples(), waiting), figures);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /**
     * What came of a kill.
     *
     * @param restart until the dead node answered again
     */
    public record Killed(Row singles, Row couples, Couples limits, Duration restart, Online online) {

        public boolean isKept() {
            return singles.isKept() && couples.isKept() && limits.untold() == 0 && online.isKept();
        }

        void tell(Figures figures) {
            figures.add("the dead node answered again after", "%.1f s".formatted(restart.toMillis() / 1e3));
            figures.add(
                    "the longest that the list of who is online was wrong about one session",
                    online.seconds(),
                    online.limit(),
                    "%.1f s from the acknowledgement on; about %d sessions at once at most; looked at four times a second, %d s after the kill too"
                            .formatted(
                                    online.seconds(),
                                    online.most(),
                                    online.watched().toSeconds()));
            figures.addNone(
                    "sessions that it was wrong about when all were over",
                    online.atEnd(),
                    "%,d".formatted(online.atEnd()));
            figures.addNone(
                    "over their limit without a Disconnect within 2 s",
                    limits.untold(),
                    "%,d of %,d couples; the longest took %.1f s"
                            .formatted(
                                    limits.untold(),
                                    limits.both(),
                                    limits.longest().toMillis() / 1e3));
        }
    }

    /**
     * The list of who is online.
     *
     * @param wrong the longest that it was wrong about one session, before or after the kill
     * @param watched how long it was looked at after the kill
     * @param most about how many sessions it was wrong at most
     * @param atEnd about how many it was wrong when all of them were over and stored
     * @param interim the load's interim interval
     */
    public record Online(Duration wrong, Duration watched, long most, long atEnd, Duration interim) {

        boolean isKept() {
            return limit().isKept(seconds()) && atEnd == 0 && watched.compareTo(interim.multipliedBy(2)) >= 0;
        }

        private double seconds() {
            return wrong.toMillis() / 1e3;
        }

        private Limit limit() {
            return Limit.atMost(interim.toMillis() / 1e3);
        }
    }

    private List<Target> both() throws IOException {
        return List.of(ground.target(0), ground.target(1));
    }

    /** In mid-load. */
    public Killed killOne() throws IOException, InterruptedException {
        warm();
        String couplesRun = Driver.newRun();
        try (RepeatingLoop singles = load(Driver.newRun(), SINGLES_A_SECOND, false);
                RepeatingLoop couples = load(couplesRun, COUPLES_A_SECOND, true);
                DisconnectEar ear = new DisconnectEar(ground.coa(), session -> {
                    var _ = singles.presence().toEnd(session);
                    var _ = couples.presence().toEnd(session);
                });
                OnlineWatch online =
                        new OnlineWatch(ground.database().client(), List.of(singles.presence(), couples.presence()))) {
            Function<Couples.Kill, Couples> limit =
                    kill -> Couples.of(couples.presence().stays(), couplesRun, ear.heard(), kill);
            Stage.Loaded<Stage.Loaded<Death>> loaded =
                    Stage.during(singles, () -> Stage.during(couples, () -> killAndStart(online, limit)));
            Death death = loaded.seen().seen();
            Couples limits = limit.apply(new Couples.Kill(0, death.at()));
            Row one = stage.row("a node killed: one device each", loaded.told(), singles.acknowledged(), death.fault());
            Row two = stage.row(
                    "a node killed: two devices where one is allowed",
                    loaded.seen().told(),
                    couples.acknowledged(),
                    orphaned(limits, loaded.seen().told(), death));
            Online last = new Online(death.wrong(), death.watched(), online.most(), online.wrong(), step());
            return new Killed(one, two, limits, death.restart(), last);
        }
    }

    /** So that a session outlasts the two seconds within which its Disconnect must come. */
    private Duration step() {
        Duration third = span.dividedBy(3);
        return third.compareTo(STEP) < 0 ? third : STEP;
    }

    /**
     * The kill of the first node.
     *
     * @param at by {@link System#nanoTime()}
     * @param lived whether it was there to be killed
     */
    private record Death(long at, boolean lived, Duration restart, Duration wrong, Duration watched) {

        Fault fault() {
            return new Fault(lived ? "killed under load" : "was dead before", lived);
        }
    }

    /** The limit refused some, let in some at both nodes at once, and some of these were left to the node that lives. */
    private static Fault orphaned(Couples limits, RepeatingLoop.Told told, Death death) {
        return new Fault(
                "%d couples both let in, %d of them by the killed node in its last 2 s"
                        .formatted(limits.both(), limits.orphans()),
                death.lived() && told.refused() > 0 && limits.orphans() > 0);
    }

    /** At a moment at which couples wait for their Disconnect from the node that dies. */
    private Death killAndStart(OnlineWatch online, Function<Couples.Kill, Couples> limit)
            throws IOException, InterruptedException {
        Thread.sleep(span);
        long patient = System.nanoTime() + PATIENCE.toNanos();
        long at = System.nanoTime();
        while (limit.apply(new Couples.Kill(0, at)).orphans() < ORPHANS && at < patient) {
            Thread.sleep(20);
            at = System.nanoTime();
        }
        boolean lived = first.killLiving();
        Thread.sleep(span);
        Duration took = first.start();
        Thread.sleep(span.compareTo(step().multipliedBy(2)) > 0 ? span : step().multipliedBy(2));
        Duration watched = Duration.ofNanos(System.nanoTime() - at);
        return new Death(at, lived, took, online.longest(), watched);
    }

    private RepeatingLoop load(String run, double perSecond, boolean isOfCouples) throws IOException {
        return new RepeatingLoop(
                both(), run, Stage.pace(perSecond, step(), seed), isOfCouples ? stage.couples() : stage.singles());
    }

    /** While the database is away, so that what it acknowledged is on its own disk alone until it starts again. */
    public Row killOneThatHoldsAJournal() throws IOException, InterruptedException {
        warm();
        try (RepeatingLoop load = new RepeatingLoop(
                both(), Driver.newRun(), Stage.pace(SINGLES_A_SECOND, QUICK, seed), stage.singles())) {
            Stage.Loaded<Boolean> loaded = Stage.during(load, () -> {
                Thread.sleep(span.dividedBy(2));
                ground.database().stop();
                Thread.sleep(span);
                boolean isAway = ground.database().isAway();
                boolean lived = first.killLiving();
                Thread.sleep(span.dividedBy(2));
                ground.database().start();
                Thread.sleep(span.dividedBy(2));
                return isAway && lived;
            });
            long waiting = settled(load);
            first.start();
            return stage.row(
                    "a node killed while PostgreSQL was away, and started again",
                    loaded.told(),
                    load.acknowledged(),
                    new Fault(
                            "%,d events on the dead node's disk alone until it started again".formatted(waiting),
                            loaded.seen() && waiting > 0));
        }
    }

    /** What is missing when the node that lives has brought all it has to the database. */
    private long settled(RepeatingLoop load) throws InterruptedException {
        long before = Long.MAX_VALUE;
        long now = missing(load);
        while (now < before) {
            Thread.sleep(Duration.ofSeconds(2));
            before = now;
            now = missing(load);
        }
        return now;
    }

    private long missing(RepeatingLoop load) {
        return Books.of(ground.database().client(), load.acknowledged()).missing();
    }

    private void warm() throws IOException {
        stage.warm(0);
        stage.warm(1);
    }
}
