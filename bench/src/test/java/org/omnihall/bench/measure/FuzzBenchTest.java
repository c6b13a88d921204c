package org.omnihall.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code bench fuzz} runs every fuzz test that there is, and no other. */
class FuzzBenchTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void runsEveryFuzzTest() throws IOException {
        List<String> there;
        try (Stream<Path> files = Stream.of("hall", "protocols").flatMap(FuzzBenchTest::tests)) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("FuzzTest.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
        assertThat(FuzzBench.names()).containsExactlyInAnyOrderElementsOf(there);
    }

    private static Stream<Path> tests(String module) {
        try {
            return Files.walk(ROOT.resolve(module))
                    .filter(file -> file.toString().contains("src/test/java"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
