package org.omnihall.hall.access.session.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journals for the tests of who uses them. */
public final class JournalTests {

    private JournalTests() {}

    public static Journal open(Path directory, JournalSettings settings) throws IOException {
        return Journal.open(
                JournalDirectory.at(directory),
                new JournalLimits(settings.room().toBytes(), settings.segment().toBytes()),
                new JournalMeters(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    public static AppliedPositions positions(JdbcClient db) {
        return new AppliedPositions(db);
    }

    /** The files of a journal as they are, in another directory. */
    public static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
