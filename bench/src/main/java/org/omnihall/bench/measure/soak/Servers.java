package org.omnihall.bench.measure.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * PostgreSQL's processes, one for each connection among them.
 *
 * @param own their memory in MB without what they share, which is the buffers of the database and fills up to what it was given
 */
record Servers(int count, long own) {

    private static final String NAME = "Name:\tpostgres";
    private static final String OWN = "RssAnon:";

    static Servers now() {
        List<List<String>> all = ProcessHandle.current()
                .descendants()
                .map(Servers::status)
                .filter(lines -> lines.contains(NAME))
                .toList();
        long kilobytes = all.stream()
                .flatMap(Collection::stream)
                .filter(line -> line.startsWith(OWN))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return new Servers(all.size(), kilobytes >> 10);
    }

    /** As the system tells it; nothing of a process that has ended since it was listed. */
    private static List<String> status(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())));
        } catch (IOException gone) {
            if (process.isAlive()) {
                throw new UncheckedIOException(gone);
            }
            return List.of();
        }
    }
}
