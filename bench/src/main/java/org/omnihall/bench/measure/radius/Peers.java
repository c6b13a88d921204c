package org.omnihall.bench.measure.radius;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Supplier;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.measure.Load;
import org.omnihall.bench.peer.FreeRadius;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;

/** FreeRADIUS under the same loads in the same run, and how the hall stands beside it. */
final class Peers {

    private static final String SQL = "FreeRADIUS, SQL";

    /** The peer's file is not made larger: at this size it answers fastest. */
    private static final int MOST_IN_FILE = 100_000;

    private static final Reference PAP = new Reference(22, 10);
    private static final Reference SESSIONS = new Reference(290, 45);

    private final RunningHall hall;
    private final Driver driver;
    private final Figures figures;

    private Peers(RunningHall hall, Driver driver, Figures figures) {
        this.hall = hall;
        this.driver = driver;
        this.figures = figures;
    }

    /** A load on a running peer. */
    @FunctionalInterface
    private interface Loads<T> {
        T on(Server server) throws IOException;
    }

    /**
     * An absolute limit with what the peer took on the machine for which it was set: FreeRADIUS 3.2.1 of Debian, 64 requests outstanding, PostgreSQL
     * at full durability. Nothing else of that machine is known here, so such a figure is the ratio to the peer in other words.
     *
     * @param most what we may take there, in microseconds
     */
    private record Reference(int micros, int most) {}

    /** The two loads on its database. */
    private record InDatabase(Taken pap, Taken sessions) {}

    static void run(RunningHall hall, RadiusSize size, Figures figures, RadiusBench.Ours ours)
            throws IOException, InterruptedException {
        if (!FreeRadius.installed()) {
            figures.add("FreeRADIUS", "is not installed: apt-get install freeradius freeradius-postgresql");
            return;
        }
        Peers peers = new Peers(hall, new Driver(size), figures);
        int inFile = Math.min(size.largest(), MOST_IN_FILE);
        Taken file = peers.with(
                new FreeRadius.Users.InFile(inFile, Roster.PASSWORD),
                server -> peers.load("FreeRADIUS, flat file of %,d, PAP".formatted(inFile), server, inFile, false));
        JdbcClient db = hall.bean(JdbcClient.class);
        FreeRadius.fill(db, size.largest(), Roster.PASSWORD);
        hall.tidy();
        InDatabase sql = peers.with(FreeRadius.Users.InDatabase.of(hall.bean(HikariDataSource.class)), server -> {
            Taken pap = peers.load(SQL + ", PAP", server, size.largest(), false);
            hall.tidy();
            return new InDatabase(pap, peers.load(SQL + ", whole sessions", server, size.largest(), true));
        });
        peers.compare(ours, file, sql);
    }

    private <T> T with(FreeRadius.Users users, Loads<T> loads) throws IOException, InterruptedException {
        int port = hall.node().ports().radiusAuthentication() + 1000;
        FreeRadius.Settings settings =
                new FreeRadius.Settings(users, InetAddress.getLoopbackAddress(), port, port + 1, Driver.SECRET);
        try (FreeRadius peer = FreeRadius.start(settings)) {
            Supplier<Duration> cpu =
                    () -> peer.process().info().totalCpuDuration().orElse(Duration.ZERO);
            return loads.on(new Server(
                    peer.authentication(),
                    peer.accounting(),
                    cpu,
                    false,
                    () -> Load.childrensCpu().minus(cpu.get())));
        }
    }

    private Taken load(String name, Server server, int subscribers, boolean accounting) throws IOException {
        Traffic traffic = new Traffic(Subscribers.of(subscribers, Roster.PASSWORD), Mix.NONE, accounting);
        Taken taken = driver.closed(server, traffic).taken();
        figures.add(name, taken.told());
        return taken;
    }

    private void compare(RadiusBench.Ours ours, Taken file, InDatabase sql) {
        scaled("PAP", ours.pap(), file, PAP);
        scaled("whole sessions", ours.sessions(), sql.sessions(), SESSIONS);
        cost("PAP against its flat file", ours.pap(), file, 1.0 / 2);
        cost("PAP against its SQL", ours.pap(), sql.pap(), 1.0 / 25);
        speed("PAP against its SQL", ours.pap(), sql.pap(), 12);
        cost("cold PAP against its SQL", ours.cold(), sql.pap(), 1.0 / 3);
        cost("whole sessions against its SQL", ours.sessions(), sql.sessions(), 1.0 / 6);
        speed("whole sessions against its SQL", ours.sessions(), sql.sessions(), 5);
    }

    /** An absolute limit, on a machine that is as fast as that on which it was set: the peer tells how fast this one is. */
    private void scaled(String what, Taken ours, Taken its, Reference reference) {
        double micros = ours.micros() / its.micros() * reference.micros();
        figures.add(
                "processor time, %s, on a machine where the peer takes %d µs".formatted(what, reference.micros()),
                micros,
                Limit.atMost(reference.most()),
                "%.1f µs; it takes %.1f here".formatted(micros, its.micros()));
    }

    private void cost(String what, Taken ours, Taken its, double most) {
        double ratio = ours.micros() / its.micros();
        figures.add("processor time, " + what, ratio, Limit.atMost(most), "%.3f times".formatted(ratio));
    }

    private void speed(String what, Taken ours, Taken its, double least) {
        double ratio = ours.perSecond() / its.perSecond();
        figures.add("answers a second, " + what, ratio, Limit.atLeast(least), "%.1f times".formatted(ratio));
    }
}
