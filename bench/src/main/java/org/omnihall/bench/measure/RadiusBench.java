package org.omnihall.bench.measure;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.TownImports;
import org.omnihall.bench.peer.FreeRadius;
import org.omnihall.bench.radius.Generator;
import org.omnihall.bench.radius.Report;
import org.omnihall.bench.radius.Target;
import org.omnihall.bench.radius.Traffic;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The AAA path beside FreeRADIUS: PAP of network accounts with their device limit, and whole sessions with durable accounting. */
final class RadiusBench {

    static final String WHAT =
            "RADIUS: PAP with the device limit, and whole sessions (access : start : interim : stop as 1 : 1 : 2 : 1);"
                    + " server, database and generator on one machine. Processor time is that of server and database.";

    private static final int OUTSTANDING = 64;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration SPAN = Duration.ofSeconds(20);
    private static final byte[] SOURCE = {127, 0, 0, 58};
    private static final String PASSWORD = "well-kept-7";
    private static final String SECRET = "only-for-the-bench";

    private final RunningHall hall;
    private final int subscribers;
    private final Figures figures;
    private final InetAddress source;
    private final Kind pap;
    private final Kind wrong;
    private final Kind sessions;

    private RadiusBench(RunningHall hall, int subscribers, Figures figures) throws IOException {
        this.hall = hall;
        this.subscribers = subscribers;
        this.figures = figures;
        this.source = InetAddress.getByAddress(SOURCE);
        this.pap = new Kind("PAP", new Traffic(this.subscribers, PASSWORD, 0, false));
        this.wrong =
                new Kind("PAP, one of 20 with a wrong password", new Traffic(this.subscribers, PASSWORD, 20, false));
        this.sessions = new Kind("whole sessions", new Traffic(this.subscribers, PASSWORD, 0, true));
    }

    static void run(RunningHall hall, long subscribers, Figures figures) throws IOException, InterruptedException {
        RadiusBench bench = new RadiusBench(hall, Math.toIntExact(subscribers), figures);
        bench.fill();
        bench.hall();
        if (FreeRadius.installed()) {
            bench.peer("FreeRADIUS, flat file", new FreeRadius.Users.InFile(subscribers, PASSWORD), List.of(bench.pap));
            JdbcClient db = hall.bean(JdbcClient.class);
            FreeRadius.fill(db, subscribers, PASSWORD);
            hall.tidy();
            bench.peer(
                    "FreeRADIUS, SQL",
                    FreeRadius.Users.InDatabase.of(hall.bean(HikariDataSource.class)),
                    List.of(bench.pap, bench.sessions));
        } else {
            figures.add("FreeRADIUS", "is not installed: apt-get install freeradius freeradius-postgresql");
        }
    }

    private void hall() throws IOException {
        RadiusListeners listeners = hall.bean(RadiusListeners.class);
        Server server = new Server(
                listeners.authentication().getFirst(),
                listeners.accounting().getFirst(),
                () -> Load.cpu().minus(Load.childrensCpu()),
                true,
                Load::childrensCpu);
        for (Kind kind : List.of(pap, wrong, sessions)) {
            phase("the hall", server, kind);
        }
    }

    private void peer(String name, FreeRadius.Users users, List<Kind> kinds) throws IOException, InterruptedException {
        int port = hall.node().ports().radiusAuthentication() + 1000;
        FreeRadius.Settings settings =
                new FreeRadius.Settings(users, InetAddress.getLoopbackAddress(), port, port + 1, SECRET);
        try (FreeRadius peer = FreeRadius.start(settings)) {
            Supplier<Duration> cpu =
                    () -> peer.process().info().totalCpuDuration().orElse(Duration.ZERO);
            Server server = new Server(
                    peer.authentication(),
                    peer.accounting(),
                    cpu,
                    false,
                    () -> Load.childrensCpu().minus(cpu.get()));
            for (Kind kind : kinds) {
                phase(name, server, kind);
            }
        }
    }

    /**
     * What is asked.
     *
     * @param cpu its processor time so far
     * @param here whether it runs in the generator's process, whose time is in its own then
     * @param database that of its database so far
     */
    private record Server(
            InetSocketAddress access,
            InetSocketAddress accounting,
            Supplier<Duration> cpu,
            boolean here,
            Supplier<Duration> database) {}

    /** A load by its name. */
    private record Kind(String name, Traffic traffic) {}

    private void fill() throws IOException {
        Change<?> added = hall.bean(ControllerRegistry.class)
                .add(Draft.of("name", "bench", "addresses", source.getHostAddress(), "radiusSecret", SECRET), "bench");
        if (added instanceof Change.Refused<?> refused) {
            throw new IllegalStateException(refused.problems().toString());
        }
        Path file = Files.createTempFile("accounts", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,password,profile,valid_until\n");
            for (int i = 0; i < subscribers; i++) {
                out.write("bench" + i + "," + PASSWORD + ",standard,2099-12-31\n");
            }
        }
        long began = System.nanoTime();
        try (BufferedReader accounts = Files.newBufferedReader(file)) {
            new TownImports(hall).take("accounts", accounts);
        }
        Files.delete(file);
        hall.tidy();
        figures.add("subscribers in PostgreSQL", "%,d".formatted(subscribers));
        figures.add("imported in", "%.1f s".formatted((System.nanoTime() - began) / 1e9));
        figures.add("requests outstanding", "%d".formatted(OUTSTANDING));
    }

    private void phase(String who, Server server, Kind kind) throws IOException {
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
        Target target = new Target(source, server.access(), server.accounting(), SECRET, "bench");
        try (Generator generator = new Generator(target, run, OUTSTANDING, kind.traffic())) {
            generator.run(WARM);
            Duration cpu = server.cpu().get();
            Duration database = server.database().get();
            Report report = generator.run(SPAN);
            Duration client = server.here() ? report.client() : Duration.ZERO;
            figures.add(
                    who + ", " + kind.name(),
                    report.told(
                            server.cpu().get().minus(cpu).minus(client),
                            server.database().get().minus(database)));
        }
    }
}
