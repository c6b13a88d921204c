package org.omnihall.hall.access.session.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.omnihall.hall.Swiftly;
import org.omnihall.octets.Octets;

/**
 * Any octets at all as the files of a journal: as they are, and turned into good segments that are then spoilt as they say. A regression over its
 * seeds in the usual build, a search with the environment's JAZZER_FUZZ=1.
 */
class JournalFuzzTest {

    private static final UUID NODE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID ID = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    private static final int LONGEST_PIECE = 48;
    private static final int SPOILT = 8;

    @FuzzTest(maxDuration = "10m")
    void opensAndDeliversWhateverLiesThere(byte[] octets) {
        Swiftly.read(() -> {
            CutFiles disk = new CutFiles();
            int third = octets.length / 3;
            disk.put(Segment.Kind.JOURNAL.name(1), Arrays.copyOf(octets, third));
            disk.put(Segment.Kind.JOURNAL.name(2), spoilt(octets));
            disk.put(Segment.Kind.JOURNAL.name(3), spoilt(Arrays.copyOfRange(octets, third, octets.length)));
            try (Journal journal = Journal.open(
                    disk,
                    new JournalLimits(1 << 24, 2_000),
                    new JournalMeters(new SimpleMeterRegistry()),
                    new Ticks())) {
                Replayer replayer = new Replayer(journal, (node, id, records) -> !records.isEmpty());
                assertThat(replayer.round()).isTrue();
                assertThat(journal.isEmpty()).isTrue();
            }
        });
    }

    /** A good segment of pieces of these octets; the last of them say where it is changed. */
    private static byte[] spoilt(byte[] octets) {
        SegmentHeader header = new SegmentHeader(NODE, ID, 1, 0);
        ByteBuffer out = ByteBuffer.allocate(
                        SegmentHeader.OCTETS + (octets.length / LONGEST_PIECE + 1) * (Frame.HEAD + LONGEST_PIECE))
                .put(header.encode());
        long position = 1;
        for (int from = 0; from < octets.length; from += LONGEST_PIECE) {
            int to = Math.min(octets.length, from + LONGEST_PIECE);
            Octets payload = Octets.of(octets, from, to - from);
            Frame.write(out, ID, octets[from] % 2 == 0 ? position - 1 : 0, new JournalRecord(position, payload));
            position++;
        }
        byte[] file = Arrays.copyOf(out.array(), out.position());
        for (int i = Math.max(0, octets.length - SPOILT * 3); i + 2 < octets.length; i += 3) {
            int at = ((octets[i] & 0xff) << 8 | (octets[i + 1] & 0xff)) % file.length;
            file[at] ^= octets[i + 2];
        }
        return file;
    }
}
