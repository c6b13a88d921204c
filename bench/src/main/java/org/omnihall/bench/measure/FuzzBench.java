package org.omnihall.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fuzz tests of the protocol libraries, each for as long as it says itself; what they find stops the measurement. */
final class FuzzBench {

    static final String WHAT =
            "Any octets at all, guided by coverage (Jazzer), against the decoders; only their own exception may come out.";

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");

    private FuzzBench() {}

    static void run(Path root, Figures figures, PrintStream out) throws IOException, InterruptedException {
        fuzz(root, "radius", "PacketFuzzTest", figures, out);
        fuzz(root, "radius", "FramingFuzzTest", figures, out);
        fuzz(root, "eap", "EapFuzzTest", figures, out);
        fuzz(root, "portal", "DecodeFuzzTest", figures, out);
    }

    private static void fuzz(Path root, String library, String test, Figures figures, PrintStream out)
            throws IOException, InterruptedException {
        Process maven = maven(root, library, test);
        try (BufferedReader said = maven.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                out.println(line);
                Matcher done = DONE.matcher(line);
                if (done.matches()) {
                    figures.add(
                            "protocols/" + library + ", `" + test + "`",
                            "%s cases in %s s, nothing found".formatted(done.group(1), done.group(2)));
                }
            }
        }
        if (maven.waitFor() != 0) {
            throw new IOException("the fuzz test of protocols/" + library + " found something or could not run");
        }
    }

    private static Process maven(Path root, String library, String test) throws IOException {
        ProcessBuilder maven = new ProcessBuilder(
                        root.resolve("mvnw").toString(),
                        "-q",
                        "-ntp",
                        "-pl",
                        "protocols/" + library,
                        "-am",
                        "test",
                        "-Dtest=" + test,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Djazzer.hooks=true",
                        "-Djacoco.skip=true")
                .directory(root.toFile())
                .redirectErrorStream(true);
        maven.environment().put("JAZZER_FUZZ", "1");
        return maven.start();
    }
}
