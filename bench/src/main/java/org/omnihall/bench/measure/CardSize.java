package org.omnihall.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How many customers and contacts {@code bench card} fills in: {@code --customers N --contacts M}.
 *
 * @param customers each with a card
 * @param contacts in the log, over twelve months
 */
record CardSize(long customers, long contacts) {

    /** What was found on disk after a run, indexes and all, rounded up. */
    private static final long OCTETS_A_CONTACT = 650;

    private static final long OCTETS_A_CUSTOMER = 2_500;

    /** The write-ahead log and the sorts of index builds. */
    private static final long OCTETS_BESIDE = 3L << 30;

    /** A thousand customers at least, and at most two thousand million contacts. */
    CardSize {
        if (customers < 1_000 || customers > 100_000_000 || contacts < 1_000 || contacts > 2_000_000_000) {
            throw new IllegalArgumentException("from 1,000 customers and contacts on: " + customers + ", " + contacts);
        }
    }

    static CardSize parse(List<String> options, long customers, long contacts) {
        return new CardSize(
                Room.number(options, "--customers", customers), Room.number(options, "--contacts", contacts));
    }

    long octets() {
        return customers * OCTETS_A_CUSTOMER + contacts * OCTETS_A_CONTACT + OCTETS_BESIDE;
    }

    /** Says what the run needs, before it takes it. */
    void demandRoom(Path folder) throws IOException {
        Room.demand(folder, octets(), "%,d customers and %,d contacts".formatted(customers, contacts));
    }
}
