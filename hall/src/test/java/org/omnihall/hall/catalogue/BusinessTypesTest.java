package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every business has one type: no gap, no overlap, whatever the scores and the thresholds (requirement B15). */
class BusinessTypesTest {

    private static final Thresholds STANDARD = new Thresholds(34, 67, 50, Sample.CELLS);

    /** The six types said once more, as six sentences that know nothing of each other. */
    private interface Sentence {
        boolean holds(int value, int risk, Thresholds t);
    }

    private static final Map<BusinessType, Sentence> SENTENCES = Map.of(
            BusinessType.SERVICE, (v, r, t) -> v < t.middleValue() && r < t.highRisk(),
            BusinessType.SALES, (v, r, t) -> v >= t.middleValue() && v < t.highValue() && r < t.highRisk(),
            BusinessType.INCENTIVE, (v, r, t) -> v >= t.highValue() && r < t.highRisk(),
            BusinessType.SENSITIVE, (v, r, t) -> v < t.middleValue() && r >= t.highRisk(),
            BusinessType.RETENTION, (v, r, t) -> v >= t.middleValue() && v < t.highValue() && r >= t.highRisk(),
            BusinessType.STRATEGIC, (v, r, t) -> v >= t.highValue() && r >= t.highRisk());

    private static final BusinessType[] TYPES = BusinessType.values();
    private static final Sentence[] SAID = Arrays.stream(TYPES)
            .map(type -> Objects.requireNonNull(SENTENCES.get(type)))
            .toArray(Sentence[]::new);

    @Test
    void givesEveryPairOfScoresOneTypeUnderTheStandardThresholds() {
        wholeGrid(STANDARD);
    }

    @Test
    void givesEveryPairOfScoresOneTypeUnderTheNarrowestThresholds() {
        List.of(
                        new Thresholds(1, 2, 1, Sample.CELLS),
                        new Thresholds(1, 100, 100, Sample.CELLS),
                        new Thresholds(99, 100, 1, Sample.CELLS),
                        new Thresholds(50, 51, 100, Sample.CELLS))
                .forEach(BusinessTypesTest::wholeGrid);
    }

    /** A type changes at a threshold only, so the scores beside each of them and at the ends stand for all. */
    @Test
    void givesTheScoresAtEveryBorderOneTypeUnderAllLegalThresholds() {
        long[] legal = {0};
        IntStream.range(1, 100)
                .forEach(middle -> IntStream.rangeClosed(middle + 1, 100)
                        .forEach(high -> IntStream.rangeClosed(1, 100).forEach(risk -> {
                            legal[0]++;
                            Thresholds some = new Thresholds(middle, high, risk, Sample.CELLS);
                            for (int value : new int[] {0, middle - 1, middle, high - 1, high, 100}) {
                                for (int danger : new int[] {0, risk - 1, risk, 100}) {
                                    one(value, danger, some);
                                }
                            }
                        })));
        assertThat(legal[0]).isEqualTo(495_000);
    }

    @Test
    void placesTheTypesWhereTheSourceDoes() {
        assertThat(BusinessTypes.of(0, 0, STANDARD)).isEqualTo(BusinessType.SERVICE);
        assertThat(BusinessTypes.of(33, 49, STANDARD)).isEqualTo(BusinessType.SERVICE);
        assertThat(BusinessTypes.of(34, 49, STANDARD)).isEqualTo(BusinessType.SALES);
        assertThat(BusinessTypes.of(67, 49, STANDARD)).isEqualTo(BusinessType.INCENTIVE);
        assertThat(BusinessTypes.of(33, 50, STANDARD)).isEqualTo(BusinessType.SENSITIVE);
        assertThat(BusinessTypes.of(66, 50, STANDARD)).isEqualTo(BusinessType.RETENTION);
        assertThat(BusinessTypes.of(100, 100, STANDARD)).isEqualTo(BusinessType.STRATEGIC);
    }

    @Test
    void refusesWhatIsNoScore() {
        assertThatIllegalArgumentException().isThrownBy(() -> BusinessTypes.of(-1, 0, STANDARD));
        assertThatIllegalArgumentException().isThrownBy(() -> BusinessTypes.of(0, 101, STANDARD));
    }

    @Test
    void refusesThresholdsThatLeaveABandOrATypeWithoutScores() {
        assertThat(Thresholds.areLegal(1, 2, 1, Sample.CELLS)).isTrue();
        assertThat(Thresholds.areLegal(0, 2, 1, Sample.CELLS)).isFalse();
        assertThat(Thresholds.areLegal(50, 50, 1, Sample.CELLS)).isFalse();
        assertThat(Thresholds.areLegal(50, 101, 1, Sample.CELLS)).isFalse();
        assertThat(Thresholds.areLegal(1, 2, 0, Sample.CELLS)).isFalse();
        assertThat(Thresholds.areLegal(1, 2, 101, Sample.CELLS)).isFalse();
        assertThat(Thresholds.areLegal(1, 2, 1, Sample.CELLS.subList(0, 5))).isFalse();
        assertThat(Thresholds.areLegal(1, 2, 1, Sample.CELLS.reversed())).isFalse();
    }

    private static void wholeGrid(Thresholds thresholds) {
        for (int value = 0; value <= Thresholds.MOST; value++) {
            for (int risk = 0; risk <= Thresholds.MOST; risk++) {
                one(value, risk, thresholds);
            }
        }
    }

    private static void one(int value, int risk, Thresholds thresholds) {
        int holding = 0;
        for (int i = 0; i < TYPES.length; i++) {
            if (SAID[i].holds(value, risk, thresholds)) {
                holding++;
                if (BusinessTypes.of(value, risk, thresholds) != TYPES[i]) {
                    throw new AssertionError(value + "/" + risk + " is no " + TYPES[i] + " in " + thresholds);
                }
            }
        }
        if (holding != 1) {
            throw new AssertionError(value + "/" + risk + " has " + holding + " types in " + thresholds);
        }
    }
}
