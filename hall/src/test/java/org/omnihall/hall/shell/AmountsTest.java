package org.omnihall.hall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void readsYuanWithTwoPlacesAtMost() {
        assertThat(Amounts.fen("0")).contains(0L);
        assertThat(Amounts.fen("30.5")).contains(3_050L);
        assertThat(Amounts.fen("¥1,234.05")).contains(123_405L);
        assertThat(Amounts.fen("0.01")).contains(1L);
        assertThat(Amounts.fen("0.001")).isEmpty();
        assertThat(Amounts.fen("-1")).isEmpty();
        assertThat(Amounts.fen("")).isEmpty();
        assertThat(Amounts.fen("1e3")).isEmpty();
        assertThat(Amounts.fen("9".repeat(12))).isPresent();
        assertThat(Amounts.fen("9".repeat(13))).isEmpty();
    }

    @Test
    void writesTheYuanThatItReads() {
        for (long fen : new long[] {0, 1, 10, 99, 100, 123_405, 99_999_999_999_999L}) {
            assertThat(Amounts.fen(Amounts.yuan(fen))).contains(fen);
        }
        assertThat(Amounts.yuan(3_050)).isEqualTo("30.50");
    }
}
