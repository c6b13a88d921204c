package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.omnihall.bench.radius.Acknowledged;
import org.omnihall.bench.radius.Generator;
import org.omnihall.bench.radius.OpenLoop;
import org.omnihall.bench.radius.Report;
import org.omnihall.bench.radius.Target;
import org.omnihall.bench.radius.Traffic;

/** The controller that all loads come from. */
public final class Driver {

    static final int OUTSTANDING = 64;
    public static final String NAME = "bench";
    public static final String SECRET = "only-for-the-bench";
    private static final byte[] SOURCE = {127, 0, 0, 58};

    /** The cost of a request has come to rest when it differs by less from that of the window before. */
    private static final double STEADY = 0.03;

    private final RadiusSize size;

    public Driver(RadiusSize size) {
        this.size = size;
    }

    /** Where it asks from. */
    public static InetAddress source() throws IOException {
        return InetAddress.getByAddress(SOURCE);
    }

    /** What was taken of a load, and what the server acknowledged of it, the warm-up included. */
    public record Closed(Taken taken, Acknowledged acknowledged) {}

    /** A closed loop, measured when its cost has come to rest. */
    public Closed closed(Server server, Traffic traffic) throws IOException {
        try (Generator generator = generator(server, traffic)) {
            boolean steady = warm(server, generator);
            Taken taken = measure(server, generator, size.span(), Long.MAX_VALUE);
            return new Closed(taken.steady(steady), generator.acknowledged());
        }
    }

    /** Every one of the traffic's subscribers once; the first quarter is not measured. */
    Taken once(Server server, Traffic traffic, Duration most) throws IOException {
        int all = traffic.who().count();
        try (Generator generator = generator(server, traffic)) {
            generator.run(most, all / 4);
            return measure(server, generator, most, all - all / 4);
        }
    }

    /** An open loop that has not begun. */
    public OpenLoop open(Server server, Traffic traffic, double mostPerSecond) throws IOException {
        return new OpenLoop(target(server), newRun(), traffic, mostPerSecond);
    }

    private Generator generator(Server server, Traffic traffic) throws IOException {
        return new Generator(target(server), newRun(), OUTSTANDING, traffic);
    }

    /** What is compiled while it runs may seem to rest long before it does. */
    private boolean warm(Server server, Generator generator) throws IOException {
        long began = System.nanoTime();
        long least = server.here() ? size.leastWarm().toNanos() : 0;
        double before =
                measure(server, generator, size.window(), Long.MAX_VALUE).micros();
        while (System.nanoTime() - began < size.mostWarm().toNanos()) {
            double now =
                    measure(server, generator, size.window(), Long.MAX_VALUE).micros();
            if (Math.abs(now - before) < STEADY * before && System.nanoTime() - began >= least) {
                return true;
            }
            before = now;
        }
        return false;
    }

    private static Taken measure(Server server, Generator generator, Duration span, long sessions) throws IOException {
        try (Host host = Host.watched()) {
            Duration cpu = server.cpu().get();
            Duration database = server.database().get();
            Report report = generator.run(span, sessions);
            Duration client = server.here() ? report.client() : Duration.ZERO;
            return new Taken(
                    report,
                    server.cpu().get().minus(cpu).minus(client),
                    server.database().get().minus(database),
                    host.share(),
                    true);
        }
    }

    static Target target(Server server) throws IOException {
        return new Target(source(), server.access(), server.accounting(), SECRET, NAME);
    }

    /** The beginning of the ids of sessions that nobody had before. */
    public static String newRun() {
        return Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    }
}
