package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.Sort;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Tally;
import org.omnihall.bench.radius.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The AAA path beside FreeRADIUS: PAP of network accounts with their device limit, and whole sessions with durable accounting. */
public final class RadiusBench {

    public static final String WHAT =
            "RADIUS: PAP with the device limit, and whole sessions (access : start : interim : stop as 1 : 1 : 2 : 1);"
                    + " server, database and generator on one machine. Processor time is that of server and database,"
                    + " whose tables are tidied before the loads, the peer's too.";

    private static final Duration MOST_COLD = Duration.ofMinutes(5);
    private static final Mix RULE_26 = new Mix(20, true, 0);

    private final RunningHall hall;
    private final RadiusSize size;
    private final Figures figures;
    private final Driver driver;
    private final Roster roster;
    private final Server server;
    private final ChangingTerms terms;

    private RadiusBench(RunningHall hall, RadiusSize size, Figures figures) throws IOException {
        this.hall = hall;
        this.size = size;
        this.figures = figures;
        this.driver = new Driver(size);
        this.roster = Roster.prepare(hall);
        this.server = Server.of(hall);
        this.terms = new ChangingTerms(size.largest());
    }

    /** Takes all of it; the outage comes last, for the peer uses the same database. */
    public static void run(RunningHall hall, RadiusSize size, Figures figures)
            throws IOException, InterruptedException {
        RadiusBench bench = new RadiusBench(hall, size, figures);
        figures.add("requests outstanding in closed loops", "%d".formatted(Driver.OUTSTANDING));
        Ours ours = bench.hall();
        Peers.run(hall, size, figures, ours);
        bench.outage();
    }

    /** What the peer is compared with. */
    record Ours(Taken cold, Taken pap, Taken sessions) {}

    private Ours hall() throws IOException, InterruptedException {
        Sizes sizes = new Sizes();
        for (int subscribers : size.subscribers()) {
            sizes.take(subscribers);
        }
        sizes.compare();
        Taken reached = sizes.last().known();
        Traffic pap = new Traffic(known(), Mix.NONE, false);
        Traffic whole = new Traffic(known(), Mix.NONE, true);
        hall.tidy();
        Driver.Closed sessions = driver.closed(server, whole);
        figures.add(
                "the hall, whole sessions",
                sessions.taken().micros(),
                Limit.atMost(45),
                sessions.taken().told());
        books("the hall, whole sessions", sessions);
        mix();
        OpenLoads open = new OpenLoads(hall, driver, size, server, figures);
        open.below("PAP", pap, reached.perSecond());
        open.below("whole sessions", whole, sessions.taken().perSecond());
        open.above("PAP", pap, reached.perSecond());
        return new Ours(sizes.last().cold(), reached, sessions.taken());
    }

    /** Everybody but the last tenth. */
    private Subscribers known() {
        int known = RadiusSize.known(size.largest());
        return new Subscribers(0, known, size.largest() - known, Roster.PASSWORD, terms);
    }

    private void mix() throws IOException, InterruptedException {
        hall.tidy();
        try (ProfileChanges changes = new ProfileChanges(hall, terms, known().count())) {
            Driver.Closed mixed = driver.closed(server, new Traffic(known(), RULE_26, true));
            int made = changes.end();
            String what = "the hall, whole sessions, 5 % wrong passwords, 1 % second devices, profiles changing";
            long faults =
                    mixed.taken().report().wrong() + mixed.taken().report().lost();
            figures.addNone(what, faults, mixed.taken().told());
            Tally tally = mixed.taken().report().tally();
            figures.add(
                    "refused meanwhile as they must be",
                    "%,d wrong passwords, %,d second devices"
                            .formatted(tally.right(Sort.WRONG_PASSWORD), tally.right(Sort.SECOND_DEVICE)));
            figures.add("profiles changed meanwhile", "%,d, 1 %% of the subscribers a minute".formatted(made));
            books(what, mixed);
        }
    }

    private void books(String what, Driver.Closed closed) {
        Books books = Books.of(hall.bean(JdbcClient.class), closed.acknowledged());
        figures.addNone(what + ": the books", books.faults(), books.told());
    }

    private void outage() throws IOException, InterruptedException {
        driver.closed(server, new Traffic(known(), Mix.NONE, false)); // who is asked about then is seen anew
        figures.add("under an outage, packets a second", "%,.0f".formatted(Outage.RATE));
        new Outage(hall, driver, size).take(server, known(), Outage.RATE).tell(figures);
    }

    /** PAP at one number of subscribers after the other. */
    private final class Sizes {

        private final List<Size> taken = new ArrayList<>();
        private int seen;

        /** Who was never seen before, and everybody once he was. */
        private record Size(Taken cold, Taken known) {}

        void take(int subscribers) throws IOException {
            long began = System.nanoTime();
            roster.fill(subscribers);
            figures.add(
                    "%,d subscribers in PostgreSQL".formatted(subscribers),
                    "more imported in %.1f s".formatted((System.nanoTime() - began) / 1e9));
            int known = RadiusSize.known(subscribers);
            if (taken.isEmpty()) { // a server that answers for the first time is slow at everything
                seen = known / 10;
                driver.closed(server, pap(0, seen));
            }
            Taken cold = driver.once(server, pap(seen, known - seen), MOST_COLD);
            seen = known;
            hall.tidy();
            Taken warm = driver.closed(server, pap(0, known)).taken();
            taken.add(new Size(cold, warm));
            String who = "the hall, PAP, %,d subscribers, ".formatted(subscribers);
            figures.add(who + "never seen before", cold.told());
            figures.add(who + "seen before", warm.micros(), Limit.atMost(10), warm.told());
            Memory memory = Memory.now();
            figures.add(
                    "memory with %,d subscribers, hall and generator in one process".formatted(subscribers),
                    (double) memory.resident(),
                    Limit.atMost(1_024),
                    memory.told());
        }

        /** The largest against the smallest. */
        void compare() {
            if (taken.size() > 1) {
                double ratio =
                        last().known().micros() / taken.getFirst().known().micros();
                figures.add(
                        "cost of a request at the largest number of subscribers against the smallest",
                        ratio,
                        Limit.atMost(1.2),
                        "%.2f times".formatted(ratio));
            }
        }

        private Traffic pap(int first, int count) {
            return new Traffic(new Subscribers(first, count, 0, Roster.PASSWORD, terms), Mix.NONE, false);
        }

        Size last() {
            return taken.getLast();
        }
    }
}
