package org.omnihall.bench.sim;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omnihall.bench.city.CityFiles;
import org.omnihall.bench.city.CityPlan;
import org.omnihall.hall.node.admin.Shell;

/** {@code ./omnihall sim city}: makes up a city and, where it is asked to, imports it into the running hall. */
public final class CityCommand {

    private static final Set<String> VALUED =
            Set.of("--out", "--seed", "--subscribers", "--companies", "--until", "--manager");
    private static final Set<String> FLAGS = Set.of("--load");
    private static final long MOST_SEED = 1L << 40;

    private static final int GOOD = 0;
    private static final int MISUSED = 2;

    static final String HELP = """
            Usage: ./omnihall sim city [OPTIONS]
              Makes up a city as CSV files for ./omnihall import: Areas and grids, 60 channels, companies, holders of numbers,
              members, monthly spend and contacts of a year. Names, numbers and certificates are drawn by chance: none of it is
              real. The same options give the same files.
              --out DIR            where the files go: ./city
              --subscribers N      100000, at most 900000
              --companies N        2000
              --seed N             20261126
              --until DAY          the last day of its year, such as 2026-06-30: yesterday
              --manager LOGIN      the member of the staff who gets the grids: admin
              --load               imports the files into the hall that runs in this checkout (or OMNIHALL_HOME), one after
                                   the other; what was imported before is changed, not doubled
            """;

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    public CityCommand(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** @return 0 when all went well, 1 when the hall refused a file, 2 when the command line makes no sense, 3 when no hall answered */
    public int run(List<String> arguments, Map<String, String> environment) throws IOException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return GOOD;
        }
        try {
            Options options = Options.read(arguments, VALUED, FLAGS);
            Path directory = Path.of(options.text("--out", "city"));
            List<CityFiles.File> files = CityFiles.write(plan(options), directory);
            for (CityFiles.File file : files) {
                out.printf("%,12d  %s%n", file.lines(), file.path());
            }
            return options.has("--load") ? load(files, environment) : GOOD;
        } catch (WrongOption | IllegalArgumentException wrong) {
            err.println("sim city: " + wrong.getMessage());
            err.println("          ./omnihall sim city --help explains all options");
            return MISUSED;
        }
    }

    private CityPlan plan(Options options) {
        return new CityPlan(
                options.whole("--seed", 20_261_126, 0, MOST_SEED),
                (int) options.whole("--subscribers", 100_000, 1, CityPlan.MOST_SUBSCRIBERS),
                (int) options.whole("--companies", 2_000, 0, CityPlan.MOST_SUBSCRIBERS),
                options.text("--until")
                        .map(CityCommand::day)
                        .orElseGet(() -> LocalDate.now(clock).minusDays(1)),
                options.text("--manager", "admin"));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            throw new WrongOption("--until is a day such as 2026-06-30, not " + typed);
        }
    }

    private int load(List<CityFiles.File> files, Map<String, String> environment) {
        String home = environment.getOrDefault("OMNIHALL_HOME", "data");
        List<String> sockets =
                List.of(home + File.separator + "run/omnihall.sock", home + File.separator + "demo/omnihall.sock");
        for (CityFiles.File file : files) {
            out.print(file.kind() + ": ");
            out.flush();
            int code = new Shell(InputStream.nullInputStream(), out, err)
                    .call(
                            sockets,
                            List.of(
                                    "import",
                                    file.kind(),
                                    file.path().toAbsolutePath().toString()));
            if (code != GOOD) {
                return code;
            }
        }
        return GOOD;
    }
}
