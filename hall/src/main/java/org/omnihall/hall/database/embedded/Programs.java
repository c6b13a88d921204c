package org.omnihall.hall.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the small programs around the server and waits for them. */
final class Programs {

    /** How a program ended: its exit status and what it printed on both outputs. */
    record Outcome(int status, String output) {
        boolean good() {
            return status == 0;
        }
    }

    private Programs() {}

    static Outcome run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            try (InputStream out = process.getInputStream()) {
                String output = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new Outcome(process.waitFor(), output);
            }
        } catch (IOException missing) {
            return new Outcome(127, String.valueOf(missing.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("Interrupted while running " + command.getFirst(), stopped);
        }
    }

    static void require(List<String> command, String purpose) {
        Outcome outcome = run(command);
        if (!outcome.good()) {
            throw new PostgresFailure(purpose + " failed (status " + outcome.status() + "): " + outcome.output());
        }
    }
}
