package org.omnihall.hall.access.session.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Brings a journal to the database, the oldest record first, in groups. Used by one thread. */
public final class Replayer {

    private static final int GROUP = 1_000;

    private final Journal journal;
    private final Delivery delivery;

    public Replayer(Journal journal, Delivery delivery) {
        this.journal = journal;
        this.delivery = delivery;
    }

    /** The database's side of it. */
    @FunctionalInterface
    public interface Delivery {

        /**
         * Takes all of these, each position once, or none of them: by throwing, or for want of room.
         *
         * @return whether there was room for them
         */
        boolean deliver(UUID node, UUID journal, List<JournalRecord> records);
    }

    /**
     * Delivers until nothing is left, or there is no room for more; what was not delivered stays.
     *
     * @return whether nothing is left
     * @throws DataAccessException or {@link TransactionException} when the database is away
     */
    public boolean round() {
        Optional<Segment> next = journal.oldest();
        while (next.isPresent()) {
            if (!replay(next.get())) {
                return false;
            }
            next = journal.oldest();
        }
        return true;
    }

    private boolean replay(Segment segment) {
        try {
            Reading reading = journal.read(segment);
            List<JournalRecord> records = reading.records();
            for (int from = journal.delivered(); from < records.size(); from = journal.delivered()) {
                int to = Math.min(from + GROUP, records.size());
                if (!delivery.deliver(segment.header().node(), segment.header().journal(), records.subList(from, to))) {
                    return false;
                }
                journal.delivered(to);
            }
            journal.done(segment, reading);
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException("the accounting journal cannot be read", broken);
        }
    }
}
