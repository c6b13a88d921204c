package org.omnihall.hall.access.session.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The 64 octets at the head of a segment: {@code OMNIJRNL}, version 1 (4), node (16), journal (16), first position (8), durable position (8),
 * CRC-32C of all that (4); numbers in network order.
 *
 * @param node whose journal it is; drawn once and carried from segment to segment
 * @param journal drawn anew at every start of the node, so that no position is ever used twice, not even on a disk that was put back
 * @param first position of its first record
 * @param durable the last position that had been on the disk for sure when the segment was begun
 */
record SegmentHeader(UUID node, UUID journal, long first, long durable) {

    static final int OCTETS = 64;

    private static final long MAGIC = 0x4f4d_4e49_4a52_4e4cL;
    private static final int VERSION = 1;
    private static final int CHECKED = OCTETS - Integer.BYTES;

    ByteBuffer encode() {
        ByteBuffer out = ByteBuffer.allocate(OCTETS).putLong(MAGIC).putInt(VERSION);
        out.putLong(node.getMostSignificantBits()).putLong(node.getLeastSignificantBits());
        out.putLong(journal.getMostSignificantBits()).putLong(journal.getLeastSignificantBits());
        out.putLong(first).putLong(durable);
        return out.putInt(check(out)).flip();
    }

    /** What a file begins with, if that is a header that nobody changed. */
    static Optional<SegmentHeader> decode(ByteBuffer file) {
        if (file.limit() < OCTETS
                || file.getLong(0) != MAGIC
                || file.getInt(8) != VERSION
                || file.getInt(CHECKED) != check(file)) {
            return Optional.empty();
        }
        return Optional.of(new SegmentHeader(
                new UUID(file.getLong(12), file.getLong(20)),
                new UUID(file.getLong(28), file.getLong(36)),
                file.getLong(44),
                file.getLong(52)));
    }

    private static int check(ByteBuffer octets) {
        CRC32C sum = new CRC32C();
        sum.update(octets.slice(0, CHECKED));
        return (int) sum.getValue();
    }
}
