package org.omnihall.hall.ordering.boss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Breaker.Limits LIMITS = new Breaker.Limits(3, REST);

    @Test
    void opensAfterSoManyFailuresInARow() {
        Breaker two = Breaker.closed().failed(NOON, LIMITS).failed(NOON, LIMITS);
        assertThat(two.lets(NOON, LIMITS)).isTrue();
        assertThat(two.answered()).isEqualTo(Breaker.closed());
        Breaker three = two.failed(NOON, LIMITS);
        assertThat(three).isEqualTo(new Breaker.Open(NOON.plus(REST)));
        assertThat(three.lets(NOON.plus(REST).minusNanos(1), LIMITS)).isFalse();
        assertThat(three.lets(NOON.plus(REST), LIMITS)).isTrue();
    }

    @Test
    void asksByOneCallWhetherTheOtherSideIsBack() {
        Instant later = NOON.plus(REST);
        Breaker asking = new Breaker.Open(later).called(later);
        assertThat(asking.lets(later, LIMITS)).isFalse();
        assertThat(asking.answered().lets(later, LIMITS)).isTrue();
        assertThat(asking.failed(later, LIMITS)).isEqualTo(new Breaker.Open(later.plus(REST)));
    }

    @Test
    void asksAgainWhereTheQuestionWasLost() {
        Breaker asking = new Breaker.HalfOpen(NOON);
        assertThat(asking.lets(NOON.plus(REST).minusNanos(1), LIMITS)).isFalse();
        assertThat(asking.lets(NOON.plus(REST), LIMITS)).isTrue();
    }
}
