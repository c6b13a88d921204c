package org.omnihall.hall.access.session.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What earlier lives of the node left in its journal, the oldest first.
 *
 * @param node whose they were, if anything tells
 * @param nextFile a number above those of all files
 */
record LeftOver(List<Segment> segments, Optional<UUID> node, long nextFile) {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);

    LeftOver {
        segments = List.copyOf(segments);
    }

    /** Reads all that is there, cuts torn tails off for good, and removes what holds nothing. */
    static LeftOver in(JournalFiles files, JournalMeters meters, Instant now) throws IOException {
        List<Segment.Name> names = names(files);
        long nextFile = names.stream().mapToLong(Segment.Name::number).max().orElse(0) + 1;
        Deque<Segment> segments = new ArrayDeque<>();
        Map<UUID, Later> later = new HashMap<>();
        Optional<UUID> node = Optional.empty();
        for (Segment.Name name : names.reversed()) {
            if (name.kind() == Segment.Kind.JOURNAL) {
                Inspection inspection = new Inspection(files, meters, name, now);
                Optional<SegmentHeader> header = inspection.header();
                header.flatMap(good -> inspection.keep(good, later)).ifPresent(segments::addFirst);
                node = node.or(() -> header.map(SegmentHeader::node));
                inspection.settle();
            }
        }
        return new LeftOver(List.copyOf(segments), node, nextFile);
    }

    /** The files that are ours, in the order of their numbers. */
    static List<Segment.Name> names(JournalFiles files) throws IOException {
        return files.names().stream()
                .flatMap(text -> Segment.Name.parse(text).stream())
                .sorted(Comparator.comparingLong(Segment.Name::number))
                .toList();
    }

    /**
     * What the segments behind one tell about it.
     *
     * @param first position of the next segment
     */
    private record Later(long durable, long first) {}

    /** One file, and what is to be done with it. */
    private static final class Inspection {

        private final JournalFiles files;
        private final JournalMeters meters;
        private final Segment.Name name;
        private final Instant now;
        private final ByteBuffer file;
        private long end;
        private boolean kept;

        Inspection(JournalFiles files, JournalMeters meters, Segment.Name name, Instant now) throws IOException {
            this.files = files;
            this.meters = meters;
            this.name = name;
            this.now = now;
            this.file = files.read(name.text());
        }

        Optional<SegmentHeader> header() {
            return SegmentHeader.decode(file);
        }

        /** The segment, if there is anything in it. */
        Optional<Segment> keep(SegmentHeader header, Map<UUID, Later> laterOnes) {
            Later later = laterOnes.getOrDefault(header.journal(), new Later(header.durable(), Long.MAX_VALUE));
            long durable = Math.min(later.durable(), later.first() - 1);
            Reading reading = Reading.of(file, header, durable);
            laterOnes.put(header.journal(), new Later(Math.max(later.durable(), header.durable()), header.first()));
            end = reading.end();
            kept = !reading.records().isEmpty() || reading.damages() > 0;
            long last = reading.records().isEmpty()
                    ? header.durable()
                    : reading.records().getLast().position();
            return kept
                    ? Optional.of(new Segment(
                            name.number(),
                            header,
                            Math.max(durable, last),
                            reading.records().size(),
                            end,
                            now))
                    : Optional.empty();
        }

        /** A header is on the disk before anything is written behind it: a bad one alone is torn, a bad one before more is damaged. */
        void settle() throws IOException {
            boolean headless = header().isEmpty();
            if (headless && file.limit() > SegmentHeader.OCTETS) {
                LOG.error("{} of the accounting journal has no header and is kept aside", name.text());
                meters.damaged().increment();
                files.rename(name.text(), Segment.Kind.DAMAGED.name(name.number()));
                return;
            }
            if (headless ? file.hasRemaining() : end < file.limit()) {
                LOG.warn("{} of the accounting journal is torn after {} of {} octets", name.text(), end, file.limit());
                meters.torn().increment();
            }
            if (!kept) {
                files.delete(name.text());
            } else if (end < file.limit()) {
                files.cut(name.text(), end);
            }
        }
    }
}
