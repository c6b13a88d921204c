package org.omnihall.portal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long a fuzz test's readers may take while it searches: what takes over 10 ms of the processor twice is a finding. */
final class Swiftly {

    private static final boolean SEARCHING = System.getenv().containsKey("JAZZER_FUZZ");
    private static final long MOST = Duration.ofMillis(10).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Swiftly() {}

    static void read(Runnable reading) {
        if (took(reading) > MOST && SEARCHING && took(reading) > MOST) {
            throw new AssertionError("takes over 10 ms, twice");
        }
    }

    private static long took(Runnable reading) {
        long before = THREADS.getCurrentThreadCpuTime();
        reading.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
