package org.omnihall.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.radius.Generator;
import org.omnihall.bench.radius.Report;
import org.omnihall.bench.radius.Traffic;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;
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

    private RadiusBench(RunningHall hall, int subscribers, Figures figures) throws IOException {
        this.hall = hall;
        this.subscribers = subscribers;
        this.figures = figures;
        this.source = InetAddress.getByAddress(SOURCE);
    }

    static void run(RunningHall hall, long subscribers, Figures figures) throws IOException {
        RadiusBench bench = new RadiusBench(hall, Math.toIntExact(subscribers), figures);
        bench.fill();
        RadiusListeners listeners = hall.bean(RadiusListeners.class);
        bench.measure(
                "the hall",
                new Server(
                        listeners.authentication().getFirst(),
                        listeners.accounting().getFirst(),
                        () -> Load.cpu().minus(Load.childrensCpu()),
                        Load::childrensCpu));
    }

    /**
     * What is asked.
     *
     * @param cpu its processor time so far, with the generator's where it runs in this process
     * @param database that of its database so far
     */
    private record Server(
            InetSocketAddress access,
            InetSocketAddress accounting,
            Supplier<Duration> cpu,
            Supplier<Duration> database) {}

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
            take(accounts);
        }
        Files.delete(file);
        JdbcClient db = hall.bean(JdbcClient.class);
        db.sql("vacuum analyze").update();
        db.sql("checkpoint").update();
        figures.add("subscribers in PostgreSQL", "%,d".formatted(subscribers));
        figures.add("imported in", "%.1f s".formatted((System.nanoTime() - began) / 1e9));
        figures.add("requests outstanding", "%d".formatted(OUTSTANDING));
    }

    private void take(Reader accounts) throws IOException {
        Imports imports = hall.bean(Imports.class);
        Imports.Order order = new Imports.Order(
                imports.kind("accounts").orElseThrow(),
                false,
                "bench",
                hall.bean(Languages.class).in(Locale.ENGLISH));
        StringWriter faults = new StringWriter();
        ImportReport report = imports.run(order, accounts, faults, lines -> {});
        if (!report.applied()) {
            throw new IllegalStateException("accounts are refused:\n" + faults);
        }
    }

    private void measure(String name, Server server) throws IOException {
        phase(name + ", PAP", server, new Traffic(subscribers, PASSWORD, 0, false));
        phase(
                name + ", PAP, one of 20 with a wrong password",
                server,
                new Traffic(subscribers, PASSWORD, 20, false));
        phase(name + ", whole sessions", server, new Traffic(subscribers, PASSWORD, 0, true));
    }

    private void phase(String what, Server server, Traffic traffic) throws IOException {
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
        try (Generator generator = new Generator(
                source, server.access(), server.accounting(), SECRET, "bench", run, OUTSTANDING, traffic)) {
            generator.run(WARM);
            Duration cpu = server.cpu().get();
            Duration database = server.database().get();
            Report report = generator.run(SPAN);
            figures.add(
                    what,
                    report.told(
                            server.cpu().get().minus(cpu).minus(report.client()),
                            server.database().get().minus(database)));
        }
    }
}
