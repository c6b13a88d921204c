package org.omnihall.hall.access.session.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** A segment's octets: what they are, and that nothing is ever read out of them that was not written. */
class ReadingTest {

    private static final UUID NODE = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID JOURNAL = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    private static final SegmentHeader HEADER = new SegmentHeader(NODE, JOURNAL, 7, 6);

    /** Checks by another program's CRC-32C. */
    private static final Octets GOLDEN_HEADER =
            Octets.ofHex("4f4d4e494a524e4c 00000001 00112233445566778899aabbccddeeff"
                    + "0f1e2d3c4b5a69788796a5b4c3d2e1f0 0000000000000007 0000000000000006 afdf572a");

    private static final Octets GOLDEN_RECORD =
            Octets.ofHex("4f485243 0000000a 0000000000000007 0000000000000006 ceed1356 6e624216 7374617274206f662061");
    private static final Octets GOLDEN_EMPTY =
            Octets.ofHex("4f485243 00000000 0000000000000008 0000000000000006 fac9987f 6039fb1a");

    /** Groups of records as they were written, each in one sync. */
    private static byte[] segment(List<List<JournalRecord>> groups) {
        ByteBuffer out = ByteBuffer.allocate(1 << 20).put(HEADER.encode());
        long durable = HEADER.durable();
        for (List<JournalRecord> group : groups) {
            for (JournalRecord record : group) {
                Frame.write(out, JOURNAL, durable, record);
            }
            durable = group.getLast().position();
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static JournalRecord record(long position, String payload) {
        return new JournalRecord(position, Octets.ofText(payload));
    }

    private static List<List<JournalRecord>> groups(Random chance) {
        List<List<JournalRecord>> groups = new ArrayList<>();
        long position = HEADER.first();
        for (int g = chance.nextInt(1, 6); g > 0; g--) {
            List<JournalRecord> group = new ArrayList<>();
            for (int r = chance.nextInt(1, 6); r > 0; r--) {
                byte[] payload = new byte[chance.nextInt(120)];
                chance.nextBytes(payload);
                group.add(new JournalRecord(position++, Octets.of(payload)));
            }
            groups.add(group);
        }
        return groups;
    }

    private static List<JournalRecord> all(List<List<JournalRecord>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    private static Reading read(byte... octets) {
        ByteBuffer file = ByteBuffer.wrap(octets);
        return Reading.of(file, SegmentHeader.decode(file).orElseThrow(), 0);
    }

    @Test
    void hasTheFormatOfTheseOctets() {
        byte[] file = segment(List.of(List.of(record(7, "start of a"), record(8, ""))));
        assertThat(Octets.of(file)).isEqualTo(GOLDEN_HEADER.plus(GOLDEN_RECORD).plus(GOLDEN_EMPTY));
        assertThat(SegmentHeader.decode(ByteBuffer.wrap(file))).contains(HEADER);
        assertThat(read(file))
                .isEqualTo(new Reading(all(List.of(List.of(record(7, "start of a"), record(8, "")))), file.length, 0));
    }

    @Test
    void takesNoOtherVersionOrMagicForAHeader() {
        for (int octet = 0; octet < SegmentHeader.OCTETS; octet++) {
            byte[] changed = GOLDEN_HEADER.toBytes();
            changed[octet] ^= 1;
            assertThat(SegmentHeader.decode(ByteBuffer.wrap(changed))).isEmpty();
        }
        assertThat(SegmentHeader.decode(
                        ByteBuffer.wrap(GOLDEN_HEADER.slice(0, 63).toBytes())))
                .isEmpty();
    }

    @Test
    void cutsATornTailOffWhereverItIsTorn() {
        for (int seed = 0; seed < 20; seed++) {
            List<List<JournalRecord>> groups = groups(new Random(seed));
            List<JournalRecord> written = all(groups);
            byte[] file = segment(groups);
            for (int length = SegmentHeader.OCTETS; length <= file.length; length++) {
                Reading reading = read(Arrays.copyOf(file, length));
                assertThat(reading.records())
                        .isEqualTo(written.subList(0, reading.records().size()));
                int end = SegmentHeader.OCTETS
                        + reading.records().stream()
                                .mapToInt(r -> Frame.octets(r.payload()))
                                .sum();
                assertThat(reading.end()).isEqualTo(end).isLessThanOrEqualTo(length);
                assertThat(reading.damages()).isZero();
                if (reading.records().size() < written.size()) {
                    assertThat(end
                                    + Frame.octets(written.get(reading.records().size())
                                            .payload()))
                            .isGreaterThan(length);
                }
            }
        }
    }

    /** The tail's pages may have come to the disk in another order than they were written in. */
    @Test
    void readsNothingBehindATearOfTheSameSync() {
        byte[] file = segment(List.of(
                List.of(record(7, "kept"), record(8, "kept")),
                List.of(record(9, "lost page"), record(10, "there"), record(11, "there"))));
        int tear = read(segment(List.of(List.of(record(7, "kept"), record(8, "kept")))))
                .end();
        Arrays.fill(file, tear, tear + 20, (byte) 0);
        Reading reading = read(file);
        assertThat(reading.records()).containsExactly(record(7, "kept"), record(8, "kept"));
        assertThat(reading).isEqualTo(new Reading(reading.records(), tear, 0));
    }

    @Test
    void tellsDamageFromATearAndReadsOn() {
        List<List<JournalRecord>> groups = List.of(
                List.of(record(7, "first"), record(8, "second"), record(9, "third")), List.of(record(10, "fourth")));
        byte[] file = segment(groups);
        int second = SegmentHeader.OCTETS + Frame.octets(Octets.ofText("first"));
        for (int octet = second; octet < second + Frame.octets(Octets.ofText("second")); octet++) {
            byte[] changed = file.clone();
            changed[octet] ^= 0x10;
            Reading reading = read(changed);
            assertThat(reading.records()).containsExactly(record(7, "first"), record(9, "third"), record(10, "fourth"));
            assertThat(reading.damages()).isEqualTo(1);
            assertThat(reading.end()).isEqualTo(file.length);
        }
    }

    @Test
    void takesTheWordOfALaterSegmentForTheEndOfThisOne() {
        byte[] file = segment(List.of(List.of(record(7, "first"), record(8, "second"))));
        ByteBuffer half = ByteBuffer.wrap(Arrays.copyOf(file, file.length - 3));
        assertThat(Reading.of(half, HEADER, 7).damages()).isZero();
        assertThat(Reading.of(half, HEADER, 8)).isEqualTo(new Reading(List.of(record(7, "first")), half.limit(), 1));
    }

    @Test
    void takesNoPayloadForARecord() {
        ByteBuffer inner = ByteBuffer.allocate(200);
        UUID guessed = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f1");
        Frame.write(inner, guessed, 9, record(8, "forged"));
        byte[] forged = Arrays.copyOf(inner.array(), inner.position());
        byte[] file = segment(List.of(List.of(new JournalRecord(7, Octets.of(forged))), List.of(record(8, "second"))));
        byte[] changed = file.clone();
        changed[SegmentHeader.OCTETS] ^= 1;
        assertThat(read(changed).records()).containsExactly(record(8, "second"));
    }

    @Test
    void readsOnlyWhatWasWrittenWhateverHappensToTheOctets() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random chance = new Random(seed);
            List<List<JournalRecord>> groups = groups(chance);
            List<JournalRecord> written = all(groups);
            byte[] changed = segment(groups);
            for (int flips = chance.nextInt(1, 40); flips > 0; flips--) {
                int at = chance.nextInt(SegmentHeader.OCTETS, changed.length);
                switch (chance.nextInt(3)) {
                    case 0 -> changed[at] ^= (byte) (1 << chance.nextInt(8));
                    case 1 -> changed[at] = 0;
                    default -> Arrays.fill(changed, at, Math.min(at + 30, changed.length), (byte) chance.nextInt());
                }
            }
            Reading reading = Reading.of(ByteBuffer.wrap(changed), HEADER, chance.nextLong(6, 20));
            assertThat(written).as("seed %d", seed).containsAll(reading.records());
            assertThat(reading.records()).doesNotHaveDuplicates();
        }
    }
}
