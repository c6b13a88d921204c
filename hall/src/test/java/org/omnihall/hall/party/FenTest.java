package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenTest {

    @Test
    void readsYuanWithTwoPlacesAtMost() {
        assertThat(Fen.parse("0")).contains(0L);
        assertThat(Fen.parse("30.5")).contains(3_050L);
        assertThat(Fen.parse("¥1,234.05")).contains(123_405L);
        assertThat(Fen.parse("0.01")).contains(1L);
        assertThat(Fen.parse("0.001")).isEmpty();
        assertThat(Fen.parse("-1")).isEmpty();
        assertThat(Fen.parse("")).isEmpty();
        assertThat(Fen.parse("1e3")).isEmpty();
        assertThat(Fen.parse("9".repeat(12))).isPresent();
        assertThat(Fen.parse("9".repeat(13))).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        for (long fen : new long[] {0, 1, 10, 99, 100, 123_405, 99_999_999_999_999L}) {
            assertThat(Fen.parse(Fen.yuan(fen))).contains(fen);
        }
        assertThat(Fen.yuan(3_050)).isEqualTo("30.50");
    }
}
