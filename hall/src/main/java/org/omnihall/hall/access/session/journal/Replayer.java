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
    private static final int MOST_REFUSED = 1_000;

    private final Journal journal;
    private final Delivery delivery;
    private int refused;

    public Replayer(Journal journal, Delivery delivery) {
        this.journal = journal;
        this.delivery = delivery;
    }

    /** The database's side of it. */
    public interface Delivery {

        /** Before the first group: whatever was given up and may still be committed has ended when this returns. */
        void begin();

        /** Takes all of these or, by throwing, none, and each position once. */
        void deliver(UUID node, UUID journal, List<JournalRecord> records);
    }

    /**
     * Delivers until nothing is left; returns at once where nothing was.
     *
     * @throws DataAccessException or {@link TransactionException} when the database is away: what was not delivered stays
     */
    public void round() {
        if (journal.isEmpty()) {
            return;
        }
        delivery.begin();
        Optional<Segment> next = journal.oldest();
        while (next.isPresent()) {
            replay(next.get());
            next = journal.oldest();
        }
    }

    private void replay(Segment segment) {
        try {
            Reading reading = journal.read(segment);
            List<JournalRecord> records = reading.records();
            for (int from = 0; from < records.size(); from += GROUP) {
                deliver(segment, records.subList(from, Math.min(from + GROUP, records.size())));
            }
            journal.done(segment, reading);
        } catch (IOException broken) {
            throw new UncheckedIOException("the accounting journal cannot be read", broken);
        }
    }

    /** One that the database refuses is found by halving, and put aside. */
    private void deliver(Segment segment, List<JournalRecord> records) throws IOException {
        if (isTaken(segment, records)) {
            return;
        }
        if (records.size() > 1) {
            int half = records.size() / 2;
            deliver(segment, records.subList(0, half));
            deliver(segment, records.subList(half, records.size()));
        } else if (!isTaken(segment, records)) {
            if (++refused > MOST_REFUSED) {
                throw new IllegalStateException("the database has refused more than " + MOST_REFUSED + " records");
            }
            journal.setAside(segment, records.getFirst());
        }
    }

    private boolean isTaken(Segment segment, List<JournalRecord> records) {
        return Taking.attempt(
                        records.size() + " records of the accounting journal",
                        () -> delivery.deliver(
                                segment.header().node(), segment.header().journal(), records))
                instanceof Taking.Done;
    }
}
