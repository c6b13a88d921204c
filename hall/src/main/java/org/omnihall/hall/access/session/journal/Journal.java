package org.omnihall.hall.access.session.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.omnihall.octets.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records on this node's disk that wait for the database (access-rules.md rules 12 and 14; ADR 0017).
 *
 * <p>What is appended together is brought to the disk by one sync and survives a power cut when that has returned, not the loss of the disk.
 * Segments that are full, or asked for, are sealed and read from the oldest on; a segment's file goes when all of it is done. A file layer that
 * fails breaks the segment it was about; the next append tries another one.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** After a failure the disk is left alone for so long. */
    private static final Duration REST = Duration.ofMillis(500);

    private final JournalFiles files;
    private final JournalLimits limits;
    private final JournalMeters meters;
    private final Clock clock;
    private final UUID id = UUID.randomUUID();
    private final UUID node;

    private final Lock lock = new ReentrantLock();
    private final Deque<Segment> sealed = new ArrayDeque<>();
    private Optional<Growing> growing = Optional.empty();

    /** How many records of the oldest sealed segment the database has got. */
    private int delivered;

    private long nextFile;
    private long nextPosition = 1;
    private long durable;
    private long octets;
    private JournalAnswer last = JournalAnswer.KEPT;
    private Instant restUntil = Instant.MIN;

    private Journal(JournalFiles files, JournalLimits limits, JournalMeters meters, Clock clock, LeftOver left) {
        this.files = files;
        this.limits = limits;
        this.meters = meters;
        this.clock = clock;
        this.node = left.node().orElseGet(UUID::randomUUID);
        this.nextFile = left.nextFile();
        sealed.addAll(left.segments());
        octets = left.segments().stream().mapToLong(Segment::octets).sum();
    }

    /**
     * Opens the journals of a directory: cuts off what a power cut tore, and begins a journal of its own.
     *
     * @throws UncheckedIOException if the directory cannot be read or written
     */
    static Journal open(JournalFiles files, JournalLimits limits, JournalMeters meters, Clock clock) {
        try {
            Journal journal = new Journal(files, limits, meters, clock, LeftOver.in(files, meters, clock.instant()));
            journal.growing = Optional.of(journal.begin());
            return journal;
        } catch (IOException broken) {
            throw new UncheckedIOException("The accounting journal cannot be opened", broken);
        }
    }

    /** Keeps all of these or none, in this order. */
    public JournalAnswer append(List<Octets> payloads) {
        return locked(() -> {
            JournalAnswer answer = kept(payloads);
            tell(answer);
            if (answer != JournalAnswer.KEPT) {
                meters.refused(answer).increment(payloads.size());
            }
            return answer;
        });
    }

    private void tell(JournalAnswer answer) {
        if (answer != last) {
            LOG.warn("the accounting journal was {} and is {}, with {} octets", last, answer, octets);
            last = answer;
        }
    }

    private JournalAnswer kept(List<Octets> payloads) {
        int more = payloads.stream().mapToInt(Frame::octets).sum();
        if (octets + more > limits.room()) {
            return JournalAnswer.FULL;
        }
        if (clock.instant().isBefore(restUntil)) {
            return JournalAnswer.BROKEN;
        }
        try {
            Growing segment = growing.isPresent() ? growing.get() : begin();
            growing = Optional.of(segment);
            write(segment, payloads, more);
            return JournalAnswer.KEPT;
        } catch (IOException broken) {
            rest(broken);
            return JournalAnswer.BROKEN;
        }
    }

    /** What a failed write or sync left behind cannot be trusted: its segment ends where the last good sync was. */
    private void rest(IOException broken) {
        LOG.error("the accounting journal cannot be written: {}", broken.toString());
        restUntil = clock.instant().plus(REST);
        Optional<Growing> failed = growing;
        seal();
        failed.ifPresent(segment -> {
            try {
                files.cut(Segment.Kind.JOURNAL.name(segment.number()), segment.octets());
            } catch (IOException stays) {
                LOG.warn("what was written in vain stays in segment {}: {}", segment.number(), stays.toString());
            }
        });
    }

    /** Tries a journal that is broken again, so that its state tells the truth also while nothing comes. */
    public void mend() {
        locked(() -> {
            if (last == JournalAnswer.BROKEN
                    && growing.isEmpty()
                    && !clock.instant().isBefore(restUntil)) {
                try {
                    growing = Optional.of(begin());
                    tell(JournalAnswer.KEPT);
                } catch (IOException broken) {
                    rest(broken);
                }
            }
            return last;
        });
    }

    private void write(Growing segment, List<Octets> payloads, int more) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(more);
        for (Octets payload : payloads) {
            Frame.write(out, id, durable, new JournalRecord(nextPosition++, payload));
        }
        segment.file().append(out.flip());
        segment.file().force();
        meters.syncs().increment();
        meters.kept().increment(payloads.size());
        durable = nextPosition - 1;
        octets += more;
        Growing grown = segment.grown(payloads.size(), more, clock.instant());
        growing = Optional.of(grown);
        if (grown.octets() >= limits.segment()) {
            seal();
        }
    }

    private Growing begin() throws IOException {
        long number = nextFile++;
        SegmentHeader header = new SegmentHeader(node, id, nextPosition, durable);
        String name = Segment.Kind.JOURNAL.name(number);
        JournalFiles.Appending file = files.create(name);
        try {
            file.append(header.encode());
            file.force();
        } catch (IOException broken) {
            Growing.close(file);
            files.delete(name);
            throw broken;
        }
        octets += SegmentHeader.OCTETS;
        return new Growing(number, header, file, 0, SegmentHeader.OCTETS, clock.instant());
    }

    /** Ends the segment that is written, so that all there is can be read; the next record begins another. */
    private void seal() {
        growing.ifPresent(segment -> {
            Growing.close(segment.file());
            sealed.add(segment.sealed(durable));
        });
        growing = Optional.empty();
    }

    /** The segment to be read next; one that is still written is sealed for it if it holds anything. */
    Optional<Segment> oldest() {
        return locked(() -> {
            if (sealed.isEmpty() && grown().isPresent()) {
                seal();
            }
            return Optional.ofNullable(sealed.peek());
        });
    }

    private Optional<Growing> grown() {
        return growing.filter(Growing::holdsAnything);
    }

    Reading read(Segment segment) throws IOException {
        return Reading.of(files.read(segment.file()), segment.header(), segment.durable());
    }

    /** How many records of the oldest segment the database has got in this life; the next to be delivered comes behind them. */
    int delivered() {
        return locked(() -> delivered);
    }

    void delivered(int records) {
        locked(() -> {
            meters.applied().increment(records - delivered);
            delivered = records;
            return delivered;
        });
    }

    /** Takes the oldest segment away when all of it is done; a damaged one is kept aside. */
    void done(Segment segment, Reading reading) throws IOException {
        if (reading.damages() > 0) {
            LOG.error("{} is damaged in {} places and kept aside", segment.file(), reading.damages());
            meters.damaged().increment(reading.damages());
            files.rename(segment.file(), Segment.Kind.DAMAGED.name(segment.number()));
        } else {
            files.delete(segment.file());
        }
        locked(() -> {
            delivered = 0;
            octets -= segment.octets();
            return sealed.remove(segment);
        });
    }

    /** How many records wait for the database. */
    public long waiting() {
        return locked(() -> sealed.stream().mapToLong(Segment::records).sum()
                - delivered
                + growing.map(Growing::records).orElse(0L));
    }

    /** Whether there is nothing to be read. */
    public boolean isEmpty() {
        return locked(() -> sealed.isEmpty() && grown().isEmpty());
    }

    /** How many octets its segments take. */
    long octets() {
        return locked(() -> octets);
    }

    /** How long the oldest record has waited, as far as this process knows; nothing where none waits. */
    Duration age() {
        return locked(() -> Optional.ofNullable(sealed.peek())
                .map(Segment::since)
                .or(() -> grown().map(Growing::since))
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO));
    }

    /** Whether it would take a record now, as far as it knows. */
    public JournalAnswer state() {
        return locked(() -> {
            if (octets + Frame.HEAD + JournalRecord.LONGEST > limits.room()) {
                return JournalAnswer.FULL;
            }
            return last == JournalAnswer.BROKEN ? JournalAnswer.BROKEN : JournalAnswer.KEPT;
        });
    }

    @Override
    public void close() {
        locked(() -> {
            seal();
            return last;
        });
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }
}
