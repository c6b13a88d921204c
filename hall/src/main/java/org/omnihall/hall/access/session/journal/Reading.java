package org.omnihall.hall.access.session.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a segment says.
 *
 * <p>The idea: a record tells what was on the disk when it was written. A bad stretch that is not covered by such a word was never acknowledged:
 * it is the torn tail of a power cut, and with all behind it, it is cut off. One that is covered was on the disk and is damaged since; it is
 * told, and what follows is read.
 *
 * @param end where the last record of use ends; behind it is the torn tail
 * @param damages how many stretches were durable once and cannot be read
 */
record Reading(List<JournalRecord> records, int end, int damages) {

    Reading {
        records = List.copyOf(records);
    }

    /**
     * Reads the records behind a header.
     *
     * @param durable the last position of this segment that is known from elsewhere to have been on the disk: from a later segment of the
     *     same journal, or by who wrote it
     */
    static Reading of(ByteBuffer file, SegmentHeader header, long durable) {
        List<Frame> frames = frames(file, header);
        long known = frames.stream().mapToLong(Frame::durable).reduce(Math.max(durable, header.durable()), Math::max);
        List<JournalRecord> records = new ArrayList<>();
        int end = SegmentHeader.OCTETS;
        int damages = 0;
        long expected = header.first();
        for (Frame frame : frames) {
            if (frame.record().position() != expected) {
                if (expected > known) {
                    return new Reading(records, end, damages);
                }
                damages++;
            }
            records.add(frame.record());
            end = frame.end();
            expected = frame.record().position() + 1;
        }
        boolean lost = expected <= known;
        return new Reading(records, lost ? file.limit() : end, lost ? damages + 1 : damages);
    }

    /** All good records in the order of their positions, whatever lies between them. */
    private static List<Frame> frames(ByteBuffer file, SegmentHeader header) {
        List<Frame> frames = new ArrayList<>();
        long last = header.first() - 1;
        int offset = SegmentHeader.OCTETS;
        while (offset < file.limit()) {
            Optional<Frame> frame = Frame.at(file, offset, header.journal());
            if (frame.isPresent() && frame.get().record().position() > last) {
                frames.add(frame.get());
                last = frame.get().record().position();
                offset = frame.get().end();
            } else {
                offset = Frame.claimedEnd(file, offset, header.journal()).orElse(offset + 1);
            }
        }
        return frames;
    }
}
