package org.omnihall.hall.access.roaming.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerHealthTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration REST = Duration.ofSeconds(30);

    private final ServerHealth health = new ServerHealth();

    @Test
    void isLeftAloneAfterThreeSilencesInARow() {
        health.silent(false, NOON, REST);
        health.silent(false, NOON, REST);
        assertThat(health.isUsable(NOON)).isTrue();
        health.answered();
        health.silent(false, NOON, REST);
        health.silent(false, NOON, REST);
        assertThat(health.isUsable(NOON)).as("not in a row").isTrue();
        health.silent(false, NOON, REST);
        assertThat(health.isUsable(NOON)).isFalse();
        assertThat(health.standing().downSince()).hasValue(NOON);
    }

    @Test
    void isLeftAloneAtOnceWhenItCannotBeReached() {
        health.silent(true, NOON, REST);
        assertThat(health.isUsable(NOON)).isFalse();
        health.alive();
        assertThat(health.isUsable(NOON)).isTrue();
        assertThat(health.standing().answered())
                .as("Status-Server is no answer to anybody")
                .isZero();
    }

    @Test
    void isTriedAgainWhenItsRestIsOverAndLeftAloneAfterOneMoreSilence() {
        health.silent(true, NOON, REST);
        assertThat(health.isUsable(NOON.plusSeconds(29))).isFalse();
        assertThat(health.isUsable(NOON.plusSeconds(30))).isTrue();
        health.silent(false, NOON.plusSeconds(30), REST);
        assertThat(health.isUsable(NOON.plusSeconds(59))).isFalse();
        assertThat(health.standing().downSince()).as("since the first").hasValue(NOON);
    }

    @Test
    void waitsLongerBeforeEachDeliveryUpToTenMinutes() {
        assertThat(ForwardQueue.wait(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ForwardQueue.wait(6)).isEqualTo(Duration.ofSeconds(320));
        assertThat(ForwardQueue.wait(7)).isEqualTo(Duration.ofMinutes(10));
        assertThat(ForwardQueue.wait(500)).isEqualTo(Duration.ofMinutes(10));
    }
}
