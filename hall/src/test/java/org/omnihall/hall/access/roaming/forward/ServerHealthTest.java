package org.omnihall.hall.access.roaming.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerHealthTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration REST = Duration.ofSeconds(30);

    private final ServerHealth health = new ServerHealth();

    /** A request sent now and never answered. */
    private boolean silent(Instant now) {
        return health.silent(now, now.plusSeconds(3), REST);
    }

    @Test
    void isAskedWhetherItLivesAfterThreeSilencesInARow() {
        assertThat(silent(NOON)).isFalse();
        assertThat(silent(NOON)).isFalse();
        health.answered(NOON.plusSeconds(4));
        assertThat(silent(NOON.plusSeconds(5))).isFalse();
        assertThat(silent(NOON.plusSeconds(5))).as("not in a row").isFalse();
        assertThat(silent(NOON.plusSeconds(5))).isTrue();
        assertThat(silent(NOON.plusSeconds(5))).as("it is being asked").isFalse();
        assertThat(health.isUsable(NOON.plusSeconds(9))).isTrue();
        health.dead(NOON.plusSeconds(9), REST);
        assertThat(health.isUsable(NOON.plusSeconds(9))).isFalse();
        assertThat(health.standing().downSince()).hasValue(NOON.plusSeconds(9));
    }

    @Test
    void isNotBlamedForSilencesWhileItAnswersOthers() {
        health.answered(NOON);
        for (int i = 0; i < 9; i++) {
            assertThat(silent(NOON)).isFalse();
        }
        assertThat(silent(NOON.plusMillis(1))).isFalse();
        assertThat(silent(NOON.plusMillis(1))).isFalse();
        assertThat(silent(NOON.plusMillis(1))).isTrue();
        health.answered(NOON.plusSeconds(4));
        health.dead(NOON.plusSeconds(5), REST);
        assertThat(health.isUsable(NOON.plusSeconds(5)))
                .as("answered while it was asked")
                .isTrue();
    }

    @Test
    void isLeftAloneAtOnceWhenItCannotBeReached() {
        health.unreachable(NOON, REST);
        assertThat(health.isUsable(NOON)).isFalse();
        health.alive(NOON);
        assertThat(health.isUsable(NOON)).isTrue();
        assertThat(health.standing().answered())
                .as("Status-Server is no answer to anybody")
                .isZero();
    }

    @Test
    void isTriedAgainWhenItsRestIsOverAndLeftAloneAfterOneMoreSilence() {
        health.unreachable(NOON, REST);
        assertThat(health.isUsable(NOON.plusSeconds(29))).isFalse();
        assertThat(health.isUsable(NOON.plusSeconds(30))).isTrue();
        assertThat(health.silent(NOON.plusSeconds(30), NOON.plusSeconds(31), REST))
                .isFalse();
        assertThat(health.isUsable(NOON.plusSeconds(60))).isFalse();
        assertThat(health.isUsable(NOON.plusSeconds(61))).isTrue();
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
