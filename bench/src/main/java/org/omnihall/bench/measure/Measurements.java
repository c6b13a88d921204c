package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.faults.FaultsBench;
import org.omnihall.bench.measure.faults.NodesBench;
import org.omnihall.bench.measure.radius.RadiusBench;
import org.omnihall.bench.measure.radius.RadiusSize;
import org.omnihall.bench.measure.soak.SoakBench;
import org.omnihall.bench.measure.soak.SoakSize;
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
        Place place = new Place(root, out, options);
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
                place.inHall(
                        new Figures(name, "Full first logins; hall, database, phones and controllers on one machine."),
                        LoginBench::run);
            case "quotas" -> place.inHall(new Figures(name, QuotaBench.WHAT), QuotaBench::run);
            case "radius" -> {
                RadiusSize size = RadiusSize.parse(options);
                size.demandRoom(TEMPORARY);
                place.inHall(
                        new Figures(name, RadiusBench.WHAT),
                        (hall, figures) -> RadiusBench.run(hall, size, figures),
                        LARGE);
            }
            case "soak" -> {
                SoakSize size = SoakSize.parse(options);
                size.demandRoom(TEMPORARY);
                place.inHall(
                        new Figures(name, SoakBench.WHAT),
                        (hall, figures) -> SoakBench.run(hall, size, figures),
                        LARGE);
            }
            case "crash" -> {
                Figures figures =
                        new Figures(name, "A hall under load, killed by SIGKILL and started anew on its directory.");
                CrashBench.run(figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "faults" -> {
                Figures figures = new Figures(name, FaultsBench.WHAT);
                FaultsBench.run(Duration.ofSeconds(Room.number(options, "--seconds", 60)), figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "nodes" -> {
                Figures figures = new Figures(name, NodesBench.WHAT);
                NodesBench.run(Duration.ofSeconds(Room.number(options, "--seconds", 20)), figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "crash-fulfilment" -> {
                Figures figures = new Figures(name, FulfilmentBench.WHAT);
                FulfilmentBench.run(figures);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            case "lists" ->
                place.inHall(
                        new Figures(name, "The console's lists at a million rows, whole pages through the web door."),
                        ListBench::run);
            case "card" -> {
                CardSize size = CardSize.parse(options, 100_000, 10_000_000);
                size.demandRoom(TEMPORARY);
                place.inHall(
                        new Figures(name, "The customer card; hall, database and readers on one machine."),
                        (hall, figures) -> CardBench.run(hall, size, figures),
                        LARGE);
            }
            case "decision" -> {
                long customers = Room.number(options, "--customers", 1_000_000);
                Room.demand(TEMPORARY, DecisionBench.octets(customers), "%,d customers".formatted(customers));
                place.inHall(
                        new Figures(name, DecisionBench.WHAT),
                        (hall, figures) -> DecisionBench.run(hall, customers, figures),
                        LARGE);
            }
            case "insight" -> {
                InsightSize size = InsightSize.parse(options);
                size.demandRoom(TEMPORARY);
                place.inHall(
                        new Figures(name, "What every customer is worth; hall, database and engine on one machine."),
                        (hall, figures) -> InsightBench.run(hall, size, figures));
            }
            case "tmf" -> {
                CardSize size = CardSize.parse(options, 1_000_000, 5_000_000);
                size.demandRoom(TEMPORARY);
                place.inHall(
                        new Figures(name, TmfBench.WHAT), (hall, figures) -> TmfBench.run(hall, size, figures), LARGE);
            }
            case "fuzz" -> {
                Figures figures = new Figures(name, FuzzBench.WHAT);
                FuzzBench.run(root, FuzzBench.Size.parse(options), figures, out);
                figures.keep(out, root, Figures.today(Clock.systemUTC()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Where a measurement is taken.
     *
     * @param options those that begin with {@code --omnihall.} are settings of the hall and outweigh the measurement's own
     */
    private record Place(Path root, PrintStream out, List<String> options) {

        void inHall(Figures figures, InHall measurement, String... settings) throws IOException, InterruptedException {
            Path home = Files.createTempDirectory("bench");
            Map<String, String> all = new LinkedHashMap<>();
            Stream.of(
                            Stream.of(
                                    "--omnihall.node.home=" + home,
                                    "--omnihall.node.port-offset=" + OFFSET,
                                    "--omnihall.aaa.most-per-second=10000000"), // all comes from one source
                            Stream.of(settings),
                            options.stream().filter(option -> option.startsWith("--omnihall.")))
                    .flatMap(Function.identity())
                    .forEach(setting -> all.put(setting.split("=", -1)[0], setting));
            try (RunningHall hall = RunningHall.start(all.values().toArray(String[]::new))) {
                measurement.run(hall, figures);
            }
            FileSystemUtils.deleteRecursively(home);
            figures.keep(out, root, Figures.today(Clock.systemUTC()));
        }
    }
}
