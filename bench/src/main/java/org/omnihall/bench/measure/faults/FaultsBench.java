package org.omnihall.bench.measure.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.bench.crash.HallProcess;
import org.omnihall.bench.crash.PowerCutHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.radius.Target;
import org.omnihall.bench.wire.Faults;
import org.omnihall.bench.wire.RadiusWires;
import org.omnihall.bench.wire.Toll;
import org.omnihall.hall.Omnihall;
import org.springframework.util.FileSystemUtils;

/** Whole sessions from a controller that gives nothing up, while one thing after another is taken from a hall in a process of its own. */
public final class FaultsBench {

    public static final String WHAT =
            "Whole sessions from a controller that repeats what is not answered, while something"
                    + " breaks; then the hall's books beside the controller's (access rule 25). Hall, PostgreSQL and controller are"
                    + " processes of one machine.";

    private static final double PER_SECOND = 500;
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration ABSENCE = Duration.ofSeconds(5);
    private static final double SHARE = 0.05;
    private static final double HELD = 0.2;
    private static final int SUBSCRIBERS = 4_000;
    private static final int OFFSET = 8_900;
    private static final String DISK = "256k";

    private final Ground ground;
    private final Duration span;
    private final long seed;
    private final Stage stage;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private HallProcess hall;

    private interface Case {
        Row take(String what) throws IOException, InterruptedException;
    }

    /** @param span how long something is broken */
    public FaultsBench(Ground ground, Duration span, long seed) throws IOException, InterruptedException {
        this.ground = ground;
        this.span = span;
        this.seed = seed;
        this.stage = new Stage(ground, most(Duration.ofSeconds(3)));
        this.hall = ground.running(0, HallProcess.Launch.USUAL);
        cases.put("nothing breaks", what -> play(what, () -> rest(most(LIFE))));
        cases.put("PostgreSQL suspended (SIGSTOP)", what -> play(what, this::suspend));
        cases.put("PostgreSQL stopped", what -> play(what, this::stop));
        cases.put("PostgreSQL killed (SIGKILL)", what -> play(what, this::killDatabase));
        cases.put("PostgreSQL stopped, the journal's disk full", this::fullDisk);
        cases.put("hall killed (SIGKILL) every 10 s", what -> play(what, this::killHall));
        cases.put("hall and PostgreSQL killed, what the journal did not sync dropped", this::cutJournal);
        cases.put("packets lost", what -> overWires(what, SHARE, 0, 0));
        cases.put("packets doubled", what -> overWires(what, 0, SHARE, 0));
        cases.put("packets out of order", what -> overWires(what, 0, 0, HELD));
        cases.put("packets lost, doubled and out of order", what -> overWires(what, SHARE, SHARE, HELD));
    }

    /** Takes all of them, on a ground of their own. */
    public static void run(Duration span, Figures figures) throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.faults.seed", System.nanoTime());
        Path folder = Files.createTempDirectory("faults");
        try (Ground ground = Ground.prepare(folder, OFFSET, SUBSCRIBERS)) {
            FaultsBench bench = new FaultsBench(ground, span, seed);
            figures.add("seed", "%d".formatted(seed));
            figures.add(
                    "each thing is broken for",
                    "%d s; packets for %d s"
                            .formatted(span.toSeconds(), bench.packets().toSeconds()));
            figures.add(
                    "load",
                    "%,.0f requests a second, repeats not counted; %d ms from step to step"
                            .formatted(PER_SECOND, STEP.toMillis()));
            figures.add("packets, each way", "lost 5 %, doubled 5 %, out of order: 20 % held back for 20 to 200 ms");
            List<Row> rows = new ArrayList<>();
            for (String name : bench.cases()) {
                rows.add(bench.take(name));
            }
            Row.tell(rows, figures);
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    /** Their names, in order. */
    public Set<String> cases() {
        return cases.keySet();
    }

    /** Takes one. */
    public Row take(String name) throws IOException, InterruptedException {
        Case one = cases.get(name);
        if (one == null) {
            throw new IllegalArgumentException("no such case: " + name);
        }
        return one.take(name);
    }

    private Row play(String what, Stage.Trouble trouble) throws IOException, InterruptedException {
        return play(what, ground.target(0), trouble);
    }

    private Row play(String what, Target target, Stage.Trouble trouble) throws IOException, InterruptedException {
        stage.warm(0);
        return stage.play(what, List.of(target), Stage.pace(PER_SECOND, STEP, seed), trouble);
    }

    private static Fault rest(Duration time) throws InterruptedException {
        Thread.sleep(time);
        return Fault.NONE;
    }

    private Fault suspend() throws IOException, InterruptedException {
        ground.database().suspend();
        Fault fault = absence();
        ground.database().resume();
        return fault;
    }

    private Fault stop() throws InterruptedException {
        ground.database().stop();
        Fault fault = absence();
        ground.database().start();
        return fault;
    }

    /** Whether it answers nobody is asked when it has been away for some time. */
    private Fault absence() throws InterruptedException {
        Thread.sleep(span);
        boolean isAway = ground.database().isAway();
        return new Fault("away for %d s, and %s".formatted(span.toSeconds(), answers(isAway)), isAway);
    }

    private static String answers(boolean isAway) {
        return isAway ? "answered nobody" : "answered all the same";
    }

    private Fault killDatabase() throws InterruptedException {
        int kills = 0;
        boolean isAway = true;
        for (long end = end(); System.nanoTime() < end; kills++) {
            ground.database().kill();
            Thread.sleep(most(ABSENCE));
            isAway &= ground.database().isAway();
            ground.database().start();
            Thread.sleep(most(LIFE));
        }
        return new Fault(
                "%d times, away for %d s each time, and %s"
                        .formatted(kills, most(ABSENCE).toSeconds(), answers(isAway)),
                isAway && kills > 0);
    }

    private Fault killHall() throws IOException, InterruptedException {
        int kills = 0;
        int living = 0;
        for (long end = end(); System.nanoTime() < end; kills++) {
            Thread.sleep(most(LIFE));
            living += hall.killLiving() ? 1 : 0;
            hall.start();
        }
        return new Fault(
                "%d times, each %d s after it answered again"
                        .formatted(living, most(LIFE).toSeconds()),
                living == kills && kills > 0);
    }

    /** A file system of a few pages in memory, mounted for that process alone; without root in a user's own name space. */
    private Row fullDisk(String what) throws IOException, InterruptedException {
        Files.createDirectories(ground.journal(0));
        List<String> mount = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=700,size=" + DISK + " journal \"$0\" && exec \"$@\"",
                ground.journal(0).toString());
        become(new HallProcess.Launch(mount, Omnihall.class));
        long before = refusedByDisk();
        Row row = play(what, () -> {
            Fault fault = stop();
            long refused = refusedByDisk() - before;
            return new Fault(
                    "%s; the disk of %sB refused %d groups of accounting".formatted(fault.told(), DISK, refused),
                    fault.wasThere() && refused > 0);
        });
        become(HallProcess.Launch.USUAL);
        return row;
    }

    private long refusedByDisk() throws IOException {
        try (Stream<String> lines = Files.lines(hall.output())) {
            return lines.filter(line -> line.contains("No space left on device"))
                    .count();
        }
    }

    /** What was synced goes on to its end; the hall comes back when the database does. */
    private Row cutJournal(String what) throws IOException, InterruptedException {
        become(new HallProcess.Launch(List.of(), PowerCutHall.class));
        Row row = play(what, this::killBoth);
        become(HallProcess.Launch.USUAL);
        return row;
    }

    private Fault killBoth() throws IOException, InterruptedException {
        int kills = 0;
        int written = 0;
        long octets = 0;
        for (long end = end(); System.nanoTime() < end; kills++) {
            ground.database().kill();
            Map<Path, Long> before = journal();
            Thread.sleep(most(LIFE));
            boolean isLiving = hall.killLiving();
            long more = journal().entrySet().stream()
                    .mapToLong(file -> Math.max(0, file.getValue() - before.getOrDefault(file.getKey(), 0L)))
                    .sum();
            written += isLiving && more > 0 ? 1 : 0;
            octets += more;
            ground.database().start();
            hall.start();
            stage.warm(0); // who is not known is not let in without the database, and nothing would go to the journal
            Thread.sleep(most(ABSENCE));
        }
        return new Fault(
                "%d times, %d of them a living hall that had written to its journal since PostgreSQL was killed: %,d octets"
                        .formatted(kills, written, octets),
                written == kills && kills > 0);
    }

    /** The files of the journal with their octets; those that the hall is done with go at any time. */
    private Map<Path, Long> journal() throws IOException {
        Map<Path, Long> octets = new HashMap<>();
        try (Stream<Path> files = Files.list(ground.journal(0))) {
            for (Path file : files.toList()) {
                octets.put(file, Files.size(file));
            }
        }
        return octets;
    }

    private Row overWires(String what, double lost, double doubled, double held)
            throws IOException, InterruptedException {
        Target real = ground.target(0);
        Faults faults = new Faults(lost, doubled, held, 0, seed);
        try (RadiusWires wires = new RadiusWires(Driver.source(), real.access(), real.accounting(), faults)) {
            return play(what, Ground.target(wires.access(), wires.accounting()), () -> {
                Thread.sleep(packets());
                Toll toll = wires.toll();
                return new Fault(
                        toll.toString(),
                        (lost == 0 || toll.lost() > 0)
                                && (doubled == 0 || toll.duplicated() > 0)
                                && (held == 0 || toll.reordered() > 0));
            });
        }
    }

    private Duration packets() {
        return most(Duration.ofSeconds(20));
    }

    private void become(HallProcess.Launch launch) throws IOException, InterruptedException {
        hall = ground.running(0, launch);
    }

    private long end() {
        return System.nanoTime() + span.toNanos();
    }

    /** This, or a third of the span where that is shorter. */
    private Duration most(Duration usual) {
        Duration third = span.dividedBy(3);
        return usual.compareTo(third) > 0 ? third : usual;
    }
}
