package org.omnihall.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Test
    void searchesForMinutesOneTestAtATimeUnlessItIsTold() {
        assertThat(FuzzBench.Size.parse(List.of())).isEqualTo(new FuzzBench.Size(Duration.ofMinutes(10), 1));
        assertThat(FuzzBench.Size.parse(List.of("--minutes", "3", "--at-once", "2")))
                .isEqualTo(new FuzzBench.Size(Duration.ofMinutes(3), 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FuzzBench.Size.parse(List.of("--at-once", "0")))
                .withMessageContaining("--at-once from 1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FuzzBench.Size.parse(List.of("--minutes", "0")))
                .withMessageContaining("--minutes from 1 on");
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
