package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.omnihall.bench.demo.RunningHall;
import org.springframework.util.FileSystemUtils;

/** The measurements by name. */
public final class Measurements {

    private static final int OFFSET = 8600;

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
                CardSize size = CardSize.parse(options);
                size.demandRoom(Path.of(System.getProperty("java.io.tmpdir")));
                inHall(
                        new Figures(name, "The customer card; hall, database and readers on one machine."),
                        root,
                        out,
                        (hall, figures) -> CardBench.run(hall, size, figures));
            }
            case "insight" -> {
                InsightSize size = InsightSize.parse(options);
                size.demandRoom(Path.of(System.getProperty("java.io.tmpdir")));
                inHall(
                        new Figures(name, "What every customer is worth; hall, database and engine on one machine."),
                        root,
                        out,
                        (hall, figures) -> InsightBench.run(hall, size, figures));
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

    private static void inHall(Figures figures, Path root, PrintStream out, InHall measurement)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("bench");
        try (RunningHall hall =
                RunningHall.start("--omnihall.node.home=" + home, "--omnihall.node.port-offset=" + OFFSET)) {
            measurement.run(hall, figures);
        }
        FileSystemUtils.deleteRecursively(home);
        figures.keep(out, root, Figures.today(Clock.systemUTC()));
    }
}
