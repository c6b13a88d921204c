package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of one measurement in the order in which they were taken, and the page that keeps them. */
public final class Figures {

    private final String name;
    private final String what;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private final List<String> tables = new ArrayList<>();

    public Figures(String name, String what) {
        this.name = name;
        this.what = what;
    }

    public void add(String figure, String measured) {
        lines.put(figure, measured);
    }

    /** A figure that has a limit, and whether it keeps it. */
    public void add(String figure, double value, Limit limit, String told) {
        add(figure, "%s; %s".formatted(told, limit.told(value)));
    }

    /** A count of what must not be. */
    public void addNone(String figure, long count, String told) {
        add(figure, (double) count, Limit.atMost(0), told);
    }

    /** A table of its own below the figures. */
    public void addTable(List<String> heads, List<List<String>> rows) {
        tables.add(Stream.concat(
                        Stream.of(heads, heads.stream().map(head -> "---").toList()), rows.stream())
                .map(row -> String.join(" | ", row))
                .collect(Collectors.joining(" |\n| ", "| ", " |\n")));
    }

    /** Prints the figures and keeps them in {@code docs/measurements/NAME.md}. */
    void keep(PrintStream out, Path root, LocalDate day) throws IOException {
        String page = "# Measured: " + name + "\n\n" + what + "\n\n" + taken() + "Taken on " + day
                + " by `./omnihall bench " + name + "` on " + machine() + ".\n";
        out.println(page);
        Path folder = Files.createDirectories(root.resolve("docs/measurements"));
        Files.writeString(folder.resolve(name + ".md"), page);
    }

    /** What was taken, as the page tells it. */
    public String taken() {
        String table = lines.entrySet().stream()
                .map(line -> "| " + line.getKey() + " | " + line.getValue() + " |")
                .collect(Collectors.joining("\n", "| figure | measured |\n| --- | --- |\n", "\n"));
        return table + "\n" + tables.stream().map(text -> text + "\n").collect(Collectors.joining());
    }

    private static String machine() throws IOException {
        return "%d cores (%s), %s of memory, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        field("/proc/meminfo", "MemTotal"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static String field(String file, String name) throws IOException {
        try (Stream<String> all = Files.lines(Path.of(file))) {
            return all.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    static LocalDate today(java.time.Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
