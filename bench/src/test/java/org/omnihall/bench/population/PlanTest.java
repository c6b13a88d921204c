package org.omnihall.bench.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan QUIET = new Plan(7, 50, 30, 0.5, Duration.ofMinutes(3));

    @Test
    void repeatsItselfForTheSameSeed() {
        assertThat(QUIET.visits(200)).isEqualTo(QUIET.visits(200));
        assertThat(new Plan(8, 50, 30, 0.5, Duration.ofMinutes(3)).visits(200)).isNotEqualTo(QUIET.visits(200));
    }

    @Test
    void keepsTheRateAndTheShareOfReturns() {
        List<Plan.Visit> visits = new Plan(7, 100_000, 60, 0.5, Duration.ofSeconds(2)).visits(4000);
        assertThat(visits.getLast().at().toMinutes()).isBetween(60L, 74L);
        long different = visits.stream().map(Plan.Visit::phone).distinct().count();
        assertThat(different).isBetween(1800L, 2200L);
    }

    @Test
    void neverLetsAPhoneArriveWhileItIsHere() {
        Map<Integer, Duration> leaves = new HashMap<>();
        for (Plan.Visit visit : QUIET.visits(2000)) {
            assertThat(visit.at()).isGreaterThanOrEqualTo(leaves.getOrDefault(visit.phone(), Duration.ZERO));
            leaves.put(visit.phone(), visit.at().plus(visit.stay()));
        }
    }

    @Test
    void givesEachPhoneOneKindForItsWholeLifeAndKeepsTheShares() {
        List<Plan.Visit> visits =
                new Plan(7, 5_000, 60, 0.5, Duration.ofSeconds(2), new Mix(0.2, 0.1, 0.1)).visits(8_000);
        Map<Integer, Kind> kinds = new HashMap<>();
        visits.forEach(visit -> assertThat(kinds.merge(visit.phone(), visit.kind(), (known, now) -> known))
                .isEqualTo(visit.kind()));
        assertThat(kinds.values().stream().filter(Kind.CLOSES_AT_ONCE::equals).count())
                .isBetween(kinds.size() * 17L / 100, kinds.size() * 23L / 100);
        assertThat(kinds.values().stream().filter(Kind.NEVER_OPENS::equals).count())
                .isBetween(kinds.size() * 8L / 100, kinds.size() * 12L / 100);
        assertThat(visits.stream()
                        .map(visit -> new Plan.Visit(visit.phone(), Kind.PATIENT, visit.at(), visit.stay()))
                        .toList())
                .isEqualTo(new Plan(7, 5_000, 60, 0.5, Duration.ofSeconds(2)).visits(8_000));
    }

    @Test
    void endsWithItsSpan() {
        List<Plan.Visit> visits = QUIET.visits(Duration.ofMinutes(2));
        assertThat(visits).isNotEmpty().isEqualTo(QUIET.visits(1_000).subList(0, visits.size()));
        assertThat(visits.getLast().at()).isLessThan(Duration.ofMinutes(2));
        assertThat(QUIET.visits(1_000).get(visits.size()).at()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void refusesAShareAboveOne() {
        assertThatThrownBy(() -> new Plan(7, 50, 30, 1.01, Duration.ofMinutes(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
