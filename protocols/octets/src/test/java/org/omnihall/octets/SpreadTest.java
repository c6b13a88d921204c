package org.omnihall.octets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void givesWhatMurmurHash3Gives() {
        assertThat(Spread.of(0)).isZero();
        assertThat(Spread.of(1)).isEqualTo(0xb456bcfc34c2cb2cL);
    }

    @Test
    void laysNeighboursIntoAllPlaces() {
        long taken = LongStream.range(0, 100_000)
                .map(number -> Spread.of(number) & 1023)
                .distinct()
                .count();

        assertThat(taken).isEqualTo(1024);
    }
}
