package org.omnihall.bench.measure;

import java.io.IOException;
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
        return new InsightSize(Room.number(options, "--customers", 500_000));
    }

    long octets() {
        return customers * OCTETS_A_CUSTOMER + OCTETS_BESIDE;
    }

    /** Says what the run needs, before it takes it. */
    void demandRoom(Path folder) throws IOException {
        Room.demand(folder, octets(), "%,d customers with six bills each".formatted(customers));
        System.err.printf("and about %,d MB of memory, %s of which the engine takes%n", MEMORY_MB, ENGINE_MEMORY);
    }
}
