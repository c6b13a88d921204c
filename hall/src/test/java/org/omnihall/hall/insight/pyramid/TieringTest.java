package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tiers and their borders, both sides of each (requirements C15, C16). */
class TieringTest {

    private static final Tiering BORDERS = new Tiering(List.of(20_000L, 10_000L));
    private static final List<Bar> BARS =
            List.of(new Bar(25_000, 1), new Bar(20_000, 1), new Bar(19_999, 3), new Bar(9_999, 10), new Bar(-1, 2));

    @Test
    void putsEverybodyIntoOneTier() {
        assertThat(BORDERS.place(20_000)).isEqualTo(1);
        assertThat(BORDERS.place(19_999)).isEqualTo(2);
        assertThat(BORDERS.place(10_000)).isEqualTo(2);
        assertThat(BORDERS.place(9_999)).isEqualTo(3);
        assertThat(BORDERS.place(Long.MIN_VALUE)).isEqualTo(3);
    }

    @Test
    void saysWhatEachTierComesTo() {
        assertThat(BORDERS.figures(BARS))
                .containsExactly(
                        new TierFigure(1, Optional.of(20_000L), 2, BigInteger.valueOf(45_000)),
                        new TierFigure(2, Optional.of(10_000L), 3, BigInteger.valueOf(59_997)),
                        new TierFigure(3, Optional.empty(), 12, BigInteger.valueOf(99_988)));
    }

    @Test
    void isAPyramidOnlyWhereEachTierIsSmallerThanTheOneBelow() {
        assertThat(Tiering.isPyramid(BORDERS.figures(BARS))).isTrue();
        assertThat(Tiering.isPyramid(new Tiering(List.of(19_999L, 10_000L)).figures(BARS)))
                .isFalse();
        assertThat(Tiering.isPyramid(new Tiering(List.of(20_000L)).figures(List.of(new Bar(30_000, 2), new Bar(1, 2)))))
                .as("as many is not smaller")
                .isFalse();
    }

    @Test
    void countsWhoWouldMove() {
        assertThat(BORDERS.movesTo(new Tiering(List.of(19_999L, 10_000L)), BARS))
                .isEqualTo(new Moves(3, 0));
        assertThat(BORDERS.movesTo(new Tiering(List.of(20_001L, 9_999L)), BARS)).isEqualTo(new Moves(10, 1));
        assertThat(BORDERS.movesTo(BORDERS, BARS)).isEqualTo(new Moves(0, 0));
    }

    @Test
    void leavesTheLowerOfTwoTiersThatMeetEmpty() {
        assertThat(new Tiering(List.of(100L, 100L)).figures(List.of(new Bar(100, 4), new Bar(99, 5))))
                .extracting(TierFigure::customers)
                .containsExactly(4L, 0L, 5L);
    }
}
