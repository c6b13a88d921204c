package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.radius.OpenLoop;
import org.omnihall.bench.radius.OpenLoop.Stage;
import org.omnihall.bench.radius.Tally;
import org.omnihall.bench.radius.Traffic;

/** Loads at a rate of their own: below what the server can do, and at twice that. */
final class OpenLoads {

    private static final double BELOW = 0.7;
    private static final double ABOVE = 2;
    private static final double MOST_MILLIS = 10;
    private static final double GOODPUT = 0.9;
    private static final int NORMAL_WITHIN = 5;

    /** A second is quiet when the host took less than this share of the processors in it and in the one before. */
    private static final double QUIET = 0.01;

    private final RunningHall hall;
    private final Driver driver;
    private final RadiusSize size;
    private final Server server;
    private final Figures figures;

    OpenLoads(RunningHall hall, Driver driver, RadiusSize size, Server server, Figures figures) {
        this.hall = hall;
        this.driver = driver;
        this.size = size;
        this.server = server;
        this.figures = figures;
    }

    /** At 70 of 100 of the reached throughput; times count from the moment at which a request was due. */
    void below(String what, Traffic traffic, double reached) throws IOException {
        double rate = reached * BELOW;
        int lead = (int) size.lead().toSeconds();
        hall.tidy();
        try (OpenLoop loop = driver.open(server, traffic, rate);
                Host host = Host.watched()) {
            long left = Sockets.left();
            List<Tally> seconds = loop.run(List.of(new Stage(rate, size.span().plusSeconds(lead))));
            Tally load = Tally.of(seconds.subList(lead, seconds.size()));
            figures.add(
                    "the hall, " + what + ", open loop at 70 % of that",
                    load.millis(99),
                    Limit.atMost(MOST_MILLIS),
                    "%s; p50 %.2f ms, p99 %.2f ms; the system left %d at full sockets; %s; %s"
                            .formatted(
                                    told(load, size.span()),
                                    load.millis(50),
                                    load.millis(99),
                                    Sockets.left() - left,
                                    generator(loop, seconds),
                                    host.since(loop.began() + TimeUnit.SECONDS.toNanos(lead))
                                            .told()));
            List<Tally> quiet = IntStream.range(lead, seconds.size())
                    .filter(second -> isQuiet(host, loop.began(), second))
                    .mapToObj(seconds::get)
                    .toList();
            figures.add(
                    "the hall, %s, open loop: seconds in which, with the one before, the host took below %.0f %% of the processors"
                            .formatted(what, QUIET * 100),
                    quiet.isEmpty() ? "there was none" : quiet(Tally.of(quiet), quiet.size(), seconds.size() - lead));
        }
    }

    /** At twice the reached throughput, then at 70 of 100 of it. */
    void above(String what, Traffic traffic, double reached) throws IOException {
        int over = (int) size.span().toSeconds();
        hall.tidy();
        Memory before = Memory.now();
        try (OpenLoop loop = driver.open(server, traffic, reached * ABOVE);
                Host host = Host.watched()) {
            List<Tally> seconds = loop.run(
                    List.of(new Stage(reached * ABOVE, size.span()), new Stage(reached * BELOW, size.after())));
            Memory after = Memory.now();
            Tally load = Tally.of(seconds.subList(0, over));
            double goodput = load.right() / (double) over / reached;
            figures.add(
                    "the hall, " + what + ", overload of 2 times that: right answers within 3 s",
                    goodput,
                    Limit.atLeast(GOODPUT),
                    "%.2f of the closed loop's; %s (%.2f times that offered); %s"
                            .formatted(
                                    goodput,
                                    told(load, size.span()),
                                    load.sent() / (double) over / reached,
                                    generator(loop, seconds)));
            int normal = normal(seconds.subList(over, seconds.size()));
            figures.add(
                    "after the overload, p99 under %.0f ms and nothing lost".formatted(MOST_MILLIS),
                    normal,
                    Limit.atMost(NORMAL_WITHIN),
                    "from second %d on; %s; %s"
                            .formatted(
                                    normal,
                                    notNormal(host, loop.began(), over, seconds),
                                    host.since(loop.began() + TimeUnit.SECONDS.toNanos(over))
                                            .told()));
            figures.add("memory before the overload", before.told());
            figures.add("memory after it, with the sockets of the load", after.told());
        }
    }

    /** The second from which everything is normal to the end; beyond the last where it never is. */
    private static int normal(List<Tally> seconds) {
        int normal = seconds.size();
        while (normal > 0 && isNormal(seconds.get(normal - 1))) {
            normal--;
        }
        return normal;
    }

    private static String notNormal(Host host, long began, int from, List<Tally> seconds) {
        List<Integer> bad = IntStream.range(from, seconds.size())
                .filter(second -> !isNormal(seconds.get(second)))
                .boxed()
                .toList();
        return "%d of %d seconds were not, %d of them quiet ones"
                .formatted(
                        bad.size(),
                        seconds.size() - from,
                        bad.stream()
                                .filter(second -> isQuiet(host, began, second))
                                .count());
    }

    private static boolean isNormal(Tally second) {
        return second.millis(99) <= MOST_MILLIS && second.silent() == 0 && second.wrong() == 0;
    }

    private static String quiet(Tally load, int seconds, int all) {
        return "%d of %d, p99 %.2f ms; %d wrong, %d without an answer"
                .formatted(seconds, all, load.millis(99), load.wrong(), load.silent());
    }

    private static boolean isQuiet(Host host, long began, int second) {
        long from = began + TimeUnit.SECONDS.toNanos(second);
        return host.share(from - TimeUnit.SECONDS.toNanos(1), from + TimeUnit.SECONDS.toNanos(1)) < QUIET;
    }

    /** What the other side took from the processors that the hall shares with it. */
    private static String generator(OpenLoop loop, List<Tally> seconds) {
        long sent = Math.max(1, Tally.of(seconds).sent());
        return "the generator took %.1f µs of processor time for each"
                .formatted(loop.client().toNanos() / 1e3 / sent);
    }

    private static String told(Tally load, Duration span) {
        return "%,.0f a second offered, %,.0f right; %d wrong, %d without an answer, %d that the generator could not send"
                .formatted(
                        load.sent() / (double) span.toSeconds(),
                        load.right() / (double) span.toSeconds(),
                        load.wrong(),
                        load.silent(),
                        load.missing());
    }
}
