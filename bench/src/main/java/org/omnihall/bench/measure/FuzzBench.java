package org.omnihall.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fuzz tests, each for a while; what one finds stops the measurement. */
final class FuzzBench {

    static final String WHAT =
            "Any octets at all, guided by coverage (Jazzer), against everything that reads what others send; only its own exception may come out, and"
                    + " nothing may take over 10 ms of the processor twice.";

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");

    private FuzzBench() {}

    /** The tests by the module that they are of. */
    private static final Map<String, List<String>> TESTS = tests();

    private static Map<String, List<String>> tests() {
        Map<String, List<String>> tests = new LinkedHashMap<>();
        tests.put("protocols/radius", List.of("PacketFuzzTest", "FramingFuzzTest", "DictionaryFuzzTest"));
        tests.put("protocols/eap", List.of("EapFuzzTest"));
        tests.put("protocols/portal", List.of("DecodeFuzzTest"));
        tests.put(
                "hall",
                List.of(
                        "AskedFuzzTest",
                        "SessionFuzzTest",
                        "JournalFuzzTest",
                        "ParametersFuzzTest",
                        "RedirectFuzzTest",
                        "PdusFuzzTest",
                        "ImportsFuzzTest",
                        "SegmentFileFuzzTest"));
        return tests;
    }

    /** The tests of all modules, in order. */
    static List<String> names() {
        return TESTS.values().stream().flatMap(List::stream).toList();
    }

    static void run(Path root, Duration each, Figures figures, PrintStream out)
            throws IOException, InterruptedException {
        figures.add("each", "%d s".formatted(each.toSeconds()));
        for (Map.Entry<String, List<String>> module : TESTS.entrySet()) {
            for (String test : module.getValue()) {
                Optional<String> done = said(maven(root, module.getKey(), test, each), out);
                figures.add(
                        module.getKey() + ", `" + test + "`",
                        done.orElseThrow(() -> new IOException(
                                test + " of " + module.getKey() + " found something, or could not run")));
            }
        }
    }

    /** What it says at its end, if that is a good one. */
    private static Optional<String> said(Process maven, PrintStream out) throws IOException, InterruptedException {
        Optional<String> last = Optional.empty();
        try (BufferedReader said = maven.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                out.println(line);
                Matcher done = DONE.matcher(line);
                if (done.matches()) {
                    last = Optional.of(
                            "%,d cases in %s s, nothing found".formatted(Long.parseLong(done.group(1)), done.group(2)));
                }
            }
        }
        return maven.waitFor() == 0 ? last : Optional.empty();
    }

    private static Process maven(Path root, String module, String test, Duration span) throws IOException {
        ProcessBuilder maven = new ProcessBuilder(
                        root.resolve("mvnw").toString(),
                        "-q",
                        "-ntp",
                        "-pl",
                        module,
                        "-am",
                        "test",
                        "-Dtest=" + test,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Djazzer.hooks=true",
                        "-Djazzer.max_duration=" + span.toSeconds() + "s",
                        "-Djacoco.skip=true")
                .directory(root.toFile())
                .redirectErrorStream(true);
        maven.environment().put("JAZZER_FUZZ", "1");
        return maven.start();
    }
}
