package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.omnihall.bench.demo.RunningHall;
import org.springframework.util.FileSystemUtils;

/** The measurements by name. */
public final class Measurements {

    private static final int OFFSET = 8600;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** PostgreSQL sized for a million customers: a quarter of a small server's memory, and checkpoints by time. */
    private static final String[] LARGE = {
        "--omnihall.database.embedded.shared_buffers=2GB",
        "--omnihall.database.embedded.effective_cache_size=8GB",
        "--omnihall.database.embedded.maintenance_work_mem=512MB",
        "--omnihall.database.embedded.max_wal_size=8GB",
        "--omnihall.database.connections=24"
    };

    private interface InHall {
        void run(RunningHall hall, Figures figures) throws IOException, InterruptedException;
    }

    private Measurements() {}

    /** Takes one measurement and keeps its page; false when there is none of this name. */
    public static boolean take(String name, List<String> options, Path root, PrintStream out)
            throws IOException, InterruptedException {
        switch (name) {
            case "startup" -> {
                Figures figures = new Figures(name, "From `./omnihall run` to the sign-in page.");
                StartupBench.run(root, figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "import" -> {
                Figures figures = new Figures(name, "Network accounts by `./omnihall import accounts`.");
                ImportBench.run(root, figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "login" ->
                inHall(
                        new Figures(name, "Full first logins; hall, database, phones and controllers on one machine."),
                        root,
                        out,
                        LoginBench::run);
            case "radius" ->
                inHall(
                        new Figures(name, "RADIUS in a closed loop; hall, database and client on one machine."),
                        root,
                        out,
                        RadiusBench::run);
            case "crash" -> {
                Figures figures =
                        new Figures(name, "A hall under load, killed by SIGKILL and started anew on its directory.");
                CrashBench.run(figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "lists" ->
                inHall(
                        new Figures(name, "The console's lists at a million rows, whole pages through the web door."),
                        root,
                        out,
                        ListBench::run);
            case "card" -> {
                CardSize size = CardSize.parse(options, 100_000, 10_000_000);
                size.demandRoom(TEMPORARY);
                inHall(
                        new Figures(name, "The customer card; hall, database and readers on one machine."),
                        root,
                        out,
                        (hall, figures) -> CardBench.run(hall, size, figures),
                        LARGE);
            }
            case "decision" -> {
                long customers = Room.number(options, "--customers", 1_000_000);
                Room.demand(TEMPORARY, DecisionBench.octets(customers), "%,d customers".formatted(customers));
                inHall(
                        new Figures(name, DecisionBench.WHAT),
                        root,
                        out,
                        (hall, figures) -> DecisionBench.run(hall, customers, figures),
                        LARGE);
            }
            case "tmf" -> {
                CardSize size = CardSize.parse(options, 1_000_000, 5_000_000);
                size.demandRoom(TEMPORARY);
                inHall(
                        new Figures(name, TmfBench.WHAT),
                        root,
                        out,
                        (hall, figures) -> TmfBench.run(hall, size, figures),
                        LARGE);
            }
            case "fuzz" -> {
                Figures figures = new Figures(name, FuzzBench.WHAT);
                FuzzBench.run(root, figures, out);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void inHall(
            Figures figures, Path root, PrintStream out, InHall measurement, String... settings)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("bench");
        String[] all = Stream.concat(
                        Stream.of("--omnihall.node.home=" + home, "--omnihall.node.port-offset=" + OFFSET),
                        Stream.of(settings))
                .toArray(String[]::new);
        try (RunningHall hall = RunningHall.start(all)) {
            measurement.run(hall, figures);
        }
        FileSystemUtils.deleteRecursively(home);
        figures.keep(out, root, Figures.today(Clock.systemUTC()));
    }
}
