package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many customers {@code bench insight} fills in, each with six bills: {@code --customers N}.
 *
 * @param customers in the hall's tables
 */
record InsightSize(long customers) {

    /** What the engine in the process may take. */
    static final String ENGINE_MEMORY = "2GB";

    /** Bills and values with their indexes, and what goes between the tables and the engine, rounded up. */
    private static final long OCTETS_A_CUSTOMER = 1_600;

    /** The write-ahead log and the sorts of index builds. */
    private static final long OCTETS_BESIDE = 4L << 30;

    private static final int MEMORY_MB = 4_096;

    InsightSize {
        if (customers < 1_000 || customers > 100_000_000) {
            throw new IllegalArgumentException("from 1,000 customers on: " + customers);
        }
    }

    static InsightSize parse(List<String> options) {
        int at = options.indexOf("--customers");
        return new InsightSize(at < 0 || at + 1 >= options.size() ? 500_000 : Long.parseLong(options.get(at + 1)));
    }

    long octets() {
        return customers * OCTETS_A_CUSTOMER + OCTETS_BESIDE;
    }

    /** Says what the run needs, before it takes it. */
    void demandRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        System.err.printf(
                "%,d customers with six bills each need about %,d MB of disk in %s, where %,d MB are free, and %,d MB of memory, "
                        + "%s of which the engine takes%n",
                customers, octets() >> 20, folder, free >> 20, MEMORY_MB, ENGINE_MEMORY);
        if (free < octets()) {
            throw new IOException("not enough disk for this size; give less by --customers");
        }
    }
}
