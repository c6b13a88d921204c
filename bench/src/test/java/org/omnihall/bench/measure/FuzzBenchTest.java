package org.omnihall.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code bench fuzz} runs every fuzz test that there is, and no other. */
class FuzzBenchTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void runsEveryFuzzTest() throws IOException {
        List<String> there = new ArrayList<>(fuzzTests("hall"));
        there.addAll(fuzzTests("protocols"));
        assertThat(FuzzBench.names()).containsExactlyInAnyOrderElementsOf(there);
    }

    private static List<String> fuzzTests(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("FuzzTest.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
    }
}
