package org.omnihall.analytics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The program that the hall starts for a job: {@code value --run N --folder D --memory 2GB --threads 2 [--master M]}. The address, the user and
 * the password of the database come by standard input, a line each, so that they stand on no command line.
 *
 * <p>The exit status is 0 when the figures are in force, 1 when they are not, 2 when the call was not understood.
 */
public final class Analytics {

    /** Our own folder below the one that is named, which others may use too. */
    private static final String OWN = "omnihall-analytics";

    private Analytics() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> options = options(arguments);
        if (arguments.length == 0 || !arguments[0].equals("value") || !options.containsKey("--run")) {
            System.err.println("usage: value --run N --folder D --memory 2GB --threads 2 [--master M]");
            System.exit(2);
        }
        try {
            value(Long.parseLong(Objects.requireNonNull(options.get("--run"))), options, access());
        } catch (SQLException | IOException failed) {
            failed.printStackTrace(System.err);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void value(long run, Map<String, String> options, Tables.Access access)
            throws SQLException, IOException {
        Path own = Path.of(options.getOrDefault("--folder", ".")).resolve(OWN);
        clear(own); // what runs left that were killed
        Path folder = own.resolve("run-" + run);
        Room room = new Room(
                folder,
                options.getOrDefault("--memory", "2GB"),
                Integer.parseInt(options.getOrDefault("--threads", "2")));
        String master = options.getOrDefault("--master", "");
        Clock clock = Clock.systemUTC();
        try (Tables tables = new Tables(access);
                Heart heart = Heart.begin(run, access, clock);
                DuckDb maker = DuckDb.open(room);
                Engine engine = master.isEmpty() ? maker : cluster(master)) {
            new ValueJob(heart.run(), tables, engine, folder, clock).runAll(maker);
        } finally {
            clear(folder); // not what another run has there, which began after this one was given up
            Files.deleteIfExists(folder);
        }
    }

    private static Engine cluster(String master) throws IOException {
        return ServiceLoader.load(EngineMaker.class)
                .findFirst()
                .orElseThrow(() -> new IOException("Spark is not on the class path"))
                .connect(master);
    }

    private static Tables.Access access() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Tables.Access(line(in), line(in), line(in));
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the database's address, user and password are expected on standard input");
        }
        return line;
    }

    /** Also what a job that was killed left behind. */
    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }
}
