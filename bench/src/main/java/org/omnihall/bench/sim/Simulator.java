package org.omnihall.bench.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The simulator as a command. */
public final class Simulator {

    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Simulator() {}

    /**
     * Reads options and secrets and plays.
     *
     * @return 0 when all went well, 1 when journeys failed, 2 when the command line makes no sense
     */
    public static int main(
            List<String> arguments,
            Map<String, String> environment,
            BufferedReader in,
            PrintStream out,
            PrintStream err)
            throws InterruptedException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Help.TEXT);
            return GOOD;
        }
        try {
            Reading reading = new Reading(arguments);
            SimSettings settings = reading.settings(Secrets.read(environment, in, reading.ownCentre()));
            return new Run(settings, out).play() ? GOOD : FAILED;
        } catch (WrongOption wrong) {
            err.println("sim: " + wrong.getMessage());
            err.println("     ./omnihall sim --help explains all options");
            return MISUSED;
        } catch (IOException | UncheckedIOException taken) {
            err.println("sim: " + taken.getMessage());
            return MISUSED;
        }
    }
}
