package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.bench.Demo;

/** The whole demo, as a process, fills its city and opens in half of the heap that the launcher gives it. */
class DemoHeapSystemTest {

    private static final String HALF_OF_THE_LAUNCHERS = "-Xmx160m";

    @Test
    void opensInHalfOfItsHeap(@TempDir Path directory) throws IOException, InterruptedException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HALF_OF_THE_LAUNCHERS,
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName(),
                        "--omnihall.node.home=" + directory.resolve("home"),
                        "--omnihall.node.port-offset=" + SystemHall.freeOffset())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = demo.inputReader()) {
            assertThat(upTo(said, "Ctrl-C closes it.")).anyMatch(line -> line.startsWith("Filling the hall"));
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    private static List<String> upTo(BufferedReader said, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                return lines;
            }
        }
        throw new IOException("the demo ended by itself:\n" + String.join("\n", lines));
    }
}
