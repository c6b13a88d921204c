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
import org.omnihall.bench.crash.HallProcess;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.radius.RepeatingLoop;
import org.omnihall.bench.radius.Target;
import org.springframework.util.FileSystemUtils;

/** Two halls on one PostgreSQL, each packet of a session to any of them, and one of them killed in the middle of it. */
public final class NodesBench implements AutoCloseable {

    public static final String WHAT =
            "Two halls on one PostgreSQL; each packet goes to one of them by chance, and what is not"
                    + " answered to the other. One is killed by SIGKILL under load and started again. Halls, PostgreSQL and controller"
                    + " are processes of one machine.";

    /** The shortest interim interval that can be set. */
    private static final Duration INTERIM = Duration.ofMinutes(1);

    private static final double SINGLES_A_SECOND = 150;
    private static final double COUPLES_A_SECOND = 60;
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final int SUBSCRIBERS = 60_000;
    private static final int OFFSET = 8_900;

    private final Ground ground;
    private final Duration span;
    private final long seed;
    private final Stage stage;
    private final HallProcess first;
    private final HallProcess second;

    /** @param span how long each part of a case takes: before the kill, while one is away, afterwards */
    public NodesBench(Ground ground, Duration span, long seed) throws IOException, InterruptedException {
        this.ground = ground;
        this.span = span;
        this.seed = seed;
        this.stage = new Stage(ground, Duration.ZERO);
        this.first = ground.hall(0, HallProcess.Launch.USUAL);
        this.second = ground.hall(1, HallProcess.Launch.USUAL);
        start();
    }

    /** Both at once, for each takes its time. */
    private void start() throws IOException, InterruptedException {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Duration> other = beside.submit(second::start);
            first.start();
            other.get();
        } catch (ExecutionException broken) {
            throw new IOException("the second node does not start", broken.getCause());
        }
    }

    /** Takes both cases, on a ground of their own. */
    public static void run(Duration span, Figures figures) throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.faults.seed", System.nanoTime());
        Path folder = Files.createTempDirectory("nodes");
        try (Ground ground = Ground.prepare(folder, OFFSET, SUBSCRIBERS);
                NodesBench bench = new NodesBench(ground, span, seed)) {
            figures.add("seed", "%d".formatted(seed));
            figures.add(
                    "load",
                    "%,.0f requests a second of subscribers with one device, %,.0f of subscribers with two where one is allowed"
                            .formatted(SINGLES_A_SECOND, COUPLES_A_SECOND));
            Killed killed = bench.killOne();
            killed.tell(figures);
            Waiting waiting = bench.killOneThatHoldsAJournal();
            figures.add("events on the dead node's disk until it starts again", "%,d".formatted(waiting.whileAway()));
            Row.tell(List.of(killed.singles(), killed.couples(), waiting.row()), figures);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /**
     * What came of a kill.
     *
     * @param restart until the dead node answered again
     * @param wrong how long after the kill the list of who is online was wrong last
     * @param mostWrong about how many sessions at most
     */
    public record Killed(Row singles, Row couples, Couples limits, Duration restart, Duration wrong, long mostWrong) {

        void tell(Figures figures) {
            figures.add("the dead node answered again after", "%.1f s".formatted(restart.toMillis() / 1e3));
            figures.add(
                    "the list of who is online was wrong last after the kill",
                    wrong.toMillis() / 1e3,
                    Limit.atMost((double) INTERIM.toSeconds()),
                    "%.1f s, about %d sessions at most".formatted(wrong.toMillis() / 1e3, mostWrong));
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
     * What came of a kill while the database was away.
     *
     * @param whileAway acknowledged events that the database did not have until the dead node came back
     */
    public record Waiting(Row row, long whileAway) {}

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
            Stage.Loaded<Stage.Loaded<Duration>> loaded =
                    Stage.during(singles, () -> Stage.during(couples, () -> killAndStart(online)));
            Row one = stage.row("a node killed: one device each", loaded.told(), singles.acknowledged());
            Row two = stage.row(
                    "a node killed: two devices where one is allowed",
                    loaded.seen().told(),
                    couples.acknowledged());
            return new Killed(
                    one,
                    two,
                    Couples.of(couples.presence().stays(), couplesRun, ear.heard()),
                    loaded.seen().seen(),
                    online.wrongAfterMark(),
                    online.most());
        }
    }

    /** So that a session outlasts the two seconds within which its Disconnect must come. */
    private Duration step() {
        Duration third = span.dividedBy(3);
        return third.compareTo(STEP) < 0 ? third : STEP;
    }

    /** How long the start took. */
    private Duration killAndStart(OnlineWatch online) throws IOException, InterruptedException {
        Thread.sleep(span);
        first.kill(false);
        online.mark();
        Thread.sleep(span);
        Duration took = first.start();
        Thread.sleep(span);
        return took;
    }

    private RepeatingLoop load(String run, double perSecond, boolean isOfCouples) throws IOException {
        return new RepeatingLoop(
                both(), run, Stage.pace(perSecond, step(), seed), isOfCouples ? stage.couples() : stage.singles());
    }

    /** While the database is away, so that what it acknowledged is on its own disk alone until it starts again. */
    public Waiting killOneThatHoldsAJournal() throws IOException, InterruptedException {
        warm();
        try (RepeatingLoop load = new RepeatingLoop(
                both(), Driver.newRun(), Stage.pace(SINGLES_A_SECOND, QUICK, seed), stage.singles())) {
            Stage.Loaded<Duration> loaded = Stage.during(load, () -> {
                Thread.sleep(span.dividedBy(2));
                ground.database().stop();
                Thread.sleep(span);
                first.kill(false);
                Thread.sleep(span.dividedBy(2));
                ground.database().start();
                Thread.sleep(span.dividedBy(2));
                return span;
            });
            long waiting = settled(load);
            first.start();
            return new Waiting(
                    stage.row(
                            "a node killed while PostgreSQL was away, and started again",
                            loaded.told(),
                            load.acknowledged()),
                    waiting);
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

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
