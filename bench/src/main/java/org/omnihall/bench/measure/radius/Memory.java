package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process, hall and generator, holds, in MB.
 *
 * @param resident as the system counts it
 * @param heap of it what Java's objects take after a collection
 */
public record Memory(long resident, long heap) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** After a collection. */
    public static Memory now() throws IOException {
        ManagementFactory.getMemoryMXBean().gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new Memory(residentNow(), heap >> 20);
    }

    /** What is resident without a collection before. */
    public static long residentNow() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            long kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return kilobytes >> 10;
        }
    }

    String told() {
        return "%,d MB resident, heap %,d MB after a collection".formatted(resident, heap);
    }
}
