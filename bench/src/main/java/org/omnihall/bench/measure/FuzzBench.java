package org.omnihall.bench.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fuzz tests, each for a while. What one finds is told at once, and the others go on: {@code --minutes M --at-once N}. */
final class FuzzBench {

    static final String WHAT =
            "Any octets at all, guided by coverage (Jazzer), against everything that reads what others send; only its own exception may come out, and"
                    + " nothing may take over 10 ms of the processor twice.";

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second.*");
    private static final int MOST_AT_ONCE = 64;

    /** The tests by the module that they are of. */
    private static final Map<String, List<String>> TESTS = tests();

    private final Path root;
    private final Size size;
    private final PrintStream out;

    private FuzzBench(Path root, Size size, PrintStream out) {
        this.root = root;
        this.size = size;
        this.out = out;
    }

    /**
     * How much is searched.
     *
     * @param each for so long
     * @param atOnce how many tests at a time; each takes a processor
     */
    record Size(Duration each, int atOnce) {

        Size {
            if (!each.isPositive() || atOnce < 1 || atOnce > MOST_AT_ONCE) {
                throw new IllegalArgumentException(
                        "--minutes from 1 on, --at-once from 1 to " + MOST_AT_ONCE + ": " + each + ", " + atOnce);
            }
        }

        static Size parse(List<String> options) {
            return new Size(
                    Duration.ofMinutes(Room.number(options, "--minutes", 10)),
                    Math.toIntExact(Room.number(options, "--at-once", 1)));
        }
    }

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

    /** A search that is over, or did not come to its end. */
    private record Search(String module, String test, boolean clean, String told) {}

    static void run(Path root, Size size, Figures figures, PrintStream out) throws IOException, InterruptedException {
        FuzzBench bench = new FuzzBench(root, size, out);
        figures.add("each", "%d s, %d at once".formatted(size.each().toSeconds(), size.atOnce()));
        bench.compile();
        List<Search> searches = bench.searches();
        searches.forEach(search -> figures.add(search.module() + ", `" + search.test() + "`", search.told()));
        long faults = searches.stream().filter(search -> !search.clean()).count();
        figures.addNone(
                "tests that found something, or could not run", faults, "%d of %d".formatted(faults, searches.size()));
    }

    /** All of it beforehand: tests that run at once only read it. */
    private void compile() throws IOException, InterruptedException {
        Process maven = maven(List.of("-pl", String.join(",", TESTS.keySet()), "-am", "test-compile"));
        maven.inputReader().lines().forEach(out::println);
        if (maven.waitFor() != 0) {
            throw new IOException("the tests do not compile");
        }
    }

    private List<Search> searches() throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(size.atOnce())) {
            List<Future<Search>> running = new ArrayList<>();
            TESTS.forEach((module, tests) ->
                    tests.forEach(test -> running.add(threads.submit(() -> search(module, test)))));
            List<Search> searches = new ArrayList<>();
            for (Future<Search> search : running) {
                searches.add(search.get());
            }
            return searches;
        } catch (ExecutionException broken) {
            throw new IOException("a search cannot be watched", broken.getCause());
        }
    }

    private Search search(String module, String test) throws IOException, InterruptedException {
        Process maven = maven(List.of(
                "-pl",
                module,
                "-am",
                "test",
                "-Dtest=" + test,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                // Maven would take what runs beside it for a change, and generate and compile anew
                "-Dpages.phase=none",
                "-Dmaven.main.skip=true",
                "-Dmaven.compiler.useIncrementalCompilation=false",
                "-Djazzer.hooks=true",
                "-Djazzer.max_duration=" + size.each().toSeconds() + "s"));
        Optional<String> told = Optional.empty();
        try (BufferedReader said = maven.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                out.println(test + ": " + line);
                Matcher done = DONE.matcher(line);
                if (done.matches()) {
                    told = Optional.of("%,d cases in %s s".formatted(Long.parseLong(done.group(1)), done.group(2)));
                }
            }
        }
        boolean clean = maven.waitFor() == 0 && told.isPresent();
        Search search = new Search(
                module, test, clean, told.orElse("did not run") + (clean ? ", nothing found" : ": NOT clean"));
        out.println(search);
        return search;
    }

    private Process maven(List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("mvnw").toString(), "-q", "-ntp", "-Djacoco.skip=true"));
        command.addAll(arguments);
        ProcessBuilder maven =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        maven.environment().put("JAZZER_FUZZ", "1");
        return maven.start();
    }
}
