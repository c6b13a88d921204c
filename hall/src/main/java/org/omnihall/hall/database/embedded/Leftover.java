package org.omnihall.hall.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that {@code postmaster.pid} tells of: its process and whether it takes connections. After a kill or a power cut the file may
 * tell of a process that is gone, or whose number now belongs to another program.
 */
record Leftover(Plan plan, long pid, boolean ready) {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    static Optional<Leftover> of(Plan plan) throws IOException {
        List<String> lines = read(plan.data().resolve("postmaster.pid"));
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new Leftover(plan, Long.parseLong(lines.getFirst().strip()), ready));
    }

    private static List<String> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    void stop(RunAs runAs, Binaries binaries) {
        if (isServerOfThisDirectory()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left over, process {}", pid);
            EmbeddedPostgres.stop(plan, runAs, binaries);
        }
    }

    private boolean isServerOfThisDirectory() {
        try {
            String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
            return command.contains("postgres") && command.contains(plan.data().toString());
        } catch (IOException gone) {
            return false;
        }
    }
}
