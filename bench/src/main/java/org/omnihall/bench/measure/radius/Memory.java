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
record Memory(long resident, long heap) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** After a collection. */
    static Memory now() throws IOException {
        ManagementFactory.getMemoryMXBean().gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        try (Stream<String> lines = Files.lines(STATUS)) {
            long kilobytes = lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return new Memory(kilobytes >> 10, heap >> 20);
        }
    }

    String told() {
        return "%,d MB resident, heap %,d MB after a collection".formatted(resident, heap);
    }
}
