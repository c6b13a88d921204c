package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Operator.CHINA_MOBILE;
import static org.omnihall.hall.party.Operator.CHINA_TELECOM;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

class SegmentsTest {

    private static final SegmentPlace HANGZHOU = new SegmentPlace(CHINA_MOBILE, "Zhejiang", "Hangzhou");
    private static final SegmentPlace NINGBO = new SegmentPlace(CHINA_TELECOM, "Zhejiang", "Ningbo");

    @Test
    void answersBothEndsOfARangeAndNothingBeside() {
        SegmentTable table = SegmentTable.of(List.of(new SegmentRange(1380571, 1380573, HANGZHOU)));

        assertThat(table.at(1380570)).isEmpty();
        assertThat(table.at(1380571)).contains(HANGZHOU);
        assertThat(table.at(1380573)).contains(HANGZHOU);
        assertThat(table.at(1380574)).isEmpty();
        assertThat(table.at(1299999)).isEmpty();
        assertThat(table.at(2000000)).isEmpty();
    }

    @Test
    void laysLaterRangesOverEarlierOnesAndKeepsTheOldPlan() {
        SegmentTable before = SegmentTable.of(List.of(new SegmentRange(1300000, 1300009, HANGZHOU)));
        SegmentTable after = before.with(List.of(new SegmentRange(1300005, 1300005, NINGBO)));

        assertThat(before.at(1300005)).contains(HANGZHOU);
        assertThat(after.differences(before)).isOne();
        assertThat(after.ranges())
                .containsExactly(
                        new SegmentRange(1300000, 1300004, HANGZHOU),
                        new SegmentRange(1300005, 1300005, NINGBO),
                        new SegmentRange(1300006, 1300009, HANGZHOU));
        assertThat(PlanLines.unpack(PlanLines.pack(after)).ranges()).isEqualTo(after.ranges());
    }

    @Test
    void knowsTheLibrarysSegmentsUnderTheirEnglishNames() {
        assertThat(LibrarySegments.at(1380571)).contains(HANGZHOU);
        assertThat(LibrarySegments.at(1958000).map(SegmentPlace::province)).contains("");
        assertThat(LibrarySegments.at(1400000)).isEqualTo(Optional.empty());
    }

    @Test
    void readsARowInEitherLanguage() {
        assertThat(SegmentCsv.row(1, List.of("1380571", "中国移动", "浙江省", "杭州市")).place())
                .isEqualTo(HANGZHOU);
        assertThat(SegmentCsv.row(1, List.of("1380571", "China Mobile", "Zhejiang", "Hangzhou"))
                        .place())
                .isEqualTo(HANGZHOU);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> SegmentCsv.row(7, List.of("1200000", "移动", "浙江", "杭州")))
                .isInstanceOf(BadSegments.class)
                .hasMessageContaining("line 7");
        assertThatThrownBy(() -> SegmentCsv.row(8, List.of("1380571", "Vodafone", "浙江", "杭州")))
                .hasMessageContaining("line 8: no operator");
        assertThatThrownBy(() -> SegmentCsv.row(9, List.of("1380571", "移动", "Bavaria", "Munich")))
                .hasMessageContaining("line 9: no province");
        assertThatThrownBy(() -> SegmentCsv.row(10, List.of("1380571"))).hasMessageContaining("line 10: has 1 fields");
    }

    @Test
    void readsPhoneDat() {
        assertThat(PhoneDat.read(phoneDat()))
                .containsExactly(
                        new SegmentRange(1380571, 1380571, HANGZHOU), new SegmentRange(1990574, 1990574, NINGBO));
    }

    @Test
    void throwsNothingButBadSegmentsForAnyPhoneDat() {
        Random random = new Random(20261122);
        int bad = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] file = phoneDat().toBytes();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            Octets cut = Octets.of(file, 0, random.nextBoolean() ? file.length : random.nextInt(file.length));
            try {
                assertThat(PhoneDat.read(cut)).hasSizeLessThanOrEqualTo(file.length);
            } catch (BadSegments expected) {
                bad++;
            }
        }
        assertThat(bad).isGreaterThan(10_000);
    }

    private static Octets phoneDat() {
        byte[] first = "浙江|杭州|310000|0571\0".getBytes(StandardCharsets.UTF_8);
        byte[] second = "浙江|宁波|315000|0574\0".getBytes(StandardCharsets.UTF_8);
        int index = 8 + first.length + second.length;
        ByteBuffer out = ByteBuffer.allocate(index + 18).order(ByteOrder.LITTLE_ENDIAN);
        out.put("2026".getBytes(StandardCharsets.US_ASCII)).putInt(index);
        out.put(first).put(second);
        out.putInt(1380571).putInt(8).put((byte) 1);
        out.putInt(1990574).putInt(8 + first.length).put((byte) 3);
        return Octets.of(out.array());
    }
}
