package org.omnihall.hall.access.session.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.omnihall.octets.Octets;

/**
 * A record as it lies in a segment: {@code OHRC} (4), length of the payload (4), position (8), durable position (8), check of these 24 octets
 * (4), check of the payload (4), payload. The checks are CRC-32C that begin with the journal's id: what a controller sends cannot be taken for
 * a record, nor can what an earlier journal left on the disk.
 *
 * @param durable the last position that had been on the disk for sure when this was written
 * @param start where it begins in its segment
 */
record Frame(JournalRecord record, long durable, int start) {

    /** Octets before the payload. */
    static final int HEAD = 32;

    private static final int MAGIC = 0x4f48_5243;
    private static final int CHECKED = 24;

    /** What one of such a payload takes. */
    static int octets(Octets payload) {
        return HEAD + payload.length();
    }

    static void write(ByteBuffer out, UUID journal, long durable, JournalRecord record) {
        int start = out.position();
        out.putInt(MAGIC).putInt(record.payload().length());
        out.putLong(record.position()).putLong(durable);
        out.putInt(check(journal, out.slice(start, CHECKED)));
        int payloadCheck = out.position();
        out.putInt(0);
        record.payload().writeTo(out);
        out.putInt(
                payloadCheck,
                check(journal, out.slice(start + HEAD, record.payload().length())));
    }

    /** The record that begins at an offset, if one does and nobody changed it. */
    static Optional<Frame> at(ByteBuffer file, int start, UUID journal) {
        Optional<Integer> end = claimedEnd(file, start, journal);
        if (end.isEmpty() || end.get() > file.limit()) {
            return Optional.empty();
        }
        int length = end.get() - start - HEAD;
        if (file.getInt(start + CHECKED + Integer.BYTES) != check(journal, file.slice(start + HEAD, length))) {
            return Optional.empty();
        }
        Octets payload = Octets.take(file.slice(start + HEAD, length), length);
        return Optional.of(
                new Frame(new JournalRecord(file.getLong(start + 8), payload), file.getLong(start + 16), start));
    }

    /** Where the record that begins at an offset ends, by its head alone, if that is good. */
    static Optional<Integer> claimedEnd(ByteBuffer file, int start, UUID journal) {
        if (file.limit() - start < HEAD || file.getInt(start) != MAGIC) {
            return Optional.empty();
        }
        int length = file.getInt(start + 4);
        boolean good = length >= 0
                && length <= JournalRecord.LONGEST
                && file.getInt(start + CHECKED) == check(journal, file.slice(start, CHECKED));
        return good ? Optional.of(start + HEAD + length) : Optional.empty();
    }

    int end() {
        return start + octets(record.payload());
    }

    private static int check(UUID journal, ByteBuffer octets) {
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(16)
                .putLong(journal.getMostSignificantBits())
                .putLong(journal.getLeastSignificantBits())
                .flip());
        sum.update(octets);
        return (int) sum.getValue();
    }
}
