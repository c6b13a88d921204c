package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpareHeapTest {

    @Test
    void takesWhatTheHeapHasToSpare() {
        assertThat(SpareHeap.rows(180, 0.5, 768 << 20)).isBetween(1_400_000, 1_500_000);
        assertThat(SpareHeap.rows(180, 0.5, 320 << 20)).isBetween(180_000, 190_000);
        assertThat(SpareHeap.rows(180, 0.5, 128 << 20))
                .as("a heap with nothing to spare")
                .isBetween(40_000, 50_000);
        assertThat(SpareHeap.rows(180, 0.5, 1L << 50)).isEqualTo(1 << 24);
        assertThat(SpareHeap.rows(180, 0.5, 1)).isEqualTo(8);
    }
}
