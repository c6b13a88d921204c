package org.omnihall.hall.access.session.journal;

import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segment that is written.
 *
 * @param since when its first record came
 */
record Growing(
        long number, SegmentHeader header, JournalFiles.Appending file, long records, long octets, Instant since) {

    private static final Logger LOG = LoggerFactory.getLogger(Growing.class);

    Growing grown(int more, int octetsMore, Instant now) {
        return new Growing(number, header, file, records + more, octets + octetsMore, records == 0 ? now : since);
    }

    boolean holdsAnything() {
        return records > 0;
    }

    /** The same, to be read and no longer written. */
    Segment sealed(long durable) {
        return new Segment(number, header, durable, records, octets, since);
    }

    /** All that counts was forced before, so a file that does not close is only told of. */
    static void close(JournalFiles.Appending file) {
        try {
            file.close();
        } catch (IOException broken) {
            LOG.warn("a segment of the accounting journal does not close: {}", broken.toString());
        }
    }
}
