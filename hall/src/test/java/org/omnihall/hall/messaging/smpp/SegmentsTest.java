package org.omnihall.hall.messaging.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void keepsSeventyChineseOr160PlainCharactersInOne() {
        assertThat(Segments.of("码".repeat(70), 1).parts()).hasSize(1);
        assertThat(Segments.of("码".repeat(71), 1).parts()).hasSize(2);
        assertThat(Segments.of("c".repeat(160), 1).parts()).hasSize(1);
        assertThat(Segments.of("c".repeat(161), 1).parts()).hasSize(2);
    }

    @Test
    void sendsWhatGsmWritesDifferentlyAsUcs2() {
        assertThat(Segments.of("code 123456.", 1).dataCoding()).isEqualTo(Segments.DEFAULT_ALPHABET);
        assertThat(Segments.of("[code] @home", 1).dataCoding()).isEqualTo(Segments.UCS2);
    }

    @Test
    void neverCutsASurrogatePair() {
        Segments segments = Segments.of("码".repeat(66) + "😀".repeat(10), 5);
        assertThat(segments.parts().getFirst().toHex()).startsWith("050003050201");
        assertThat(segments.parts().getFirst().length()).isEqualTo(6 + 132);
    }

    @Test
    void writesALifeAsRelativeTimeBetweenOneSecondAndThirtyDays() {
        assertThat(Validity.of(Duration.ofMinutes(5))).isEqualTo("000000000500000R");
        assertThat(Validity.of(Duration.ofMillis(10))).isEqualTo("000000000001000R");
        assertThat(Validity.of(Duration.ofDays(31))).isEqualTo("000030000000000R");
    }
}
