package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the 2/8 rule, reckoned by hand and against the plain definition (requirement C16). */
class ParetoTest {

    @Test
    void saysWhatTheBestFifthBringsAndHowUnevenItIs() {
        Pareto pareto =
                Pareto.of(List.of(new Bar(100, 1), new Bar(10, 1), new Bar(20, 1), new Bar(40, 1), new Bar(30, 1)));
        assertThat(pareto.customers()).isEqualTo(5);
        assertThat(pareto.fen()).isEqualTo(200);
        assertThat(pareto.topFen()).isEqualTo(100);
        assertThat(pareto.topPercent().orElseThrow()).isEqualByComparingTo("50");
        assertThat(pareto.gini().orElseThrow()).isEqualByComparingTo("0.4");
        assertThat(pareto.lorenz()).hasSize(21);
        assertThat(pareto.lorenz().get(4)).as("the poorest fifth").isEqualByComparingTo("0.05");
        assertThat(pareto.lorenz().get(12)).as("three fifths").isEqualByComparingTo("0.3");
        assertThat(pareto.lorenz().getLast()).isEqualByComparingTo("1");
    }

    @Test
    void roundsTheFifthUpToWholeCustomersAndCutsThroughEqualOnes() {
        assertThat(Pareto.of(List.of(new Bar(7, 6))).topFen())
                .as("a fifth of six is two")
                .isEqualTo(14);
        assertThat(Pareto.of(List.of(new Bar(7, 5))).topFen()).isEqualTo(7);
        assertThat(Pareto.of(List.of(new Bar(9, 1), new Bar(5, 9))).topFen()).isEqualTo(14);
    }

    @Test
    void isEvenWhereAllAreWorthTheSameAndNothingWithoutValue() {
        assertThat(Pareto.of(List.of(new Bar(500, 1_000_000))).gini().orElseThrow())
                .isEqualByComparingTo("0");
        Pareto nothing = Pareto.of(List.of(new Bar(0, 3)));
        assertThat(nothing.gini()).isEmpty();
        assertThat(nothing.topPercent()).isEmpty();
        assertThat(nothing.lorenz()).isEmpty();
        assertThat(Pareto.of(List.of()).customers()).isZero();
    }

    @Test
    void isExactWhereSumsPassALong() {
        Pareto pareto = Pareto.of(List.of(new Bar(1_000_000_000_000L, 20_000_000), new Bar(0, 80_000_000)));
        assertThat(pareto.fen()).isEqualTo(new BigInteger("20000000000000000000"));
        assertThat(pareto.topPercent().orElseThrow()).isEqualByComparingTo("100");
        assertThat(pareto.gini().orElseThrow()).isEqualByComparingTo("0.8");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalsThePlainDefinition(long seed) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        List<Long> each = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Bar bar = new Bar(i * 100L + random.nextInt(100), 1 + random.nextInt(9));
            bars.add(bar);
            for (int j = 0; j < bar.customers(); j++) {
                each.add(bar.fen());
            }
        }
        double differences = 0;
        for (long one : each) {
            for (long other : each) {
                differences += Math.abs(one - other);
            }
        }
        double mean = each.stream().mapToLong(Long::longValue).average().orElseThrow();
        double gini = differences / (2 * mean * each.size() * each.size());
        assertThat(Pareto.of(bars).gini().map(BigDecimal::doubleValue).orElseThrow())
                .isCloseTo(gini, Offset.offset(1e-12));
    }
}
