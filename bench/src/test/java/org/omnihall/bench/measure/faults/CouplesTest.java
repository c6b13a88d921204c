package org.omnihall.bench.measure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.radius.Presence.Stay;

/** Who of two devices was told in time that one is allowed. */
class CouplesTest {

    private final Map<Long, Stay> stays = new HashMap<>();
    private final Map<String, Long> heard = new HashMap<>();

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private void couple(long number, long later, long left) {
        couple(number, later, left, 1);
    }

    /** @param by the server of the later Start */
    private void couple(long number, long later, long left, int by) {
        stays.put(number, stay(0, left, 0));
        stays.put(number + 1, stay(later, left, by));
    }

    private static Stay stay(long began, long left, int by) {
        return new Stay(
                OptionalLong.of(ms(began)), OptionalInt.of(by), OptionalLong.of(ms(left)), OptionalLong.empty());
    }

    private Couples couples(int killed, long at) {
        return Couples.of(stays, "run-", heard, new Couples.Kill(killed, ms(at)));
    }

    @Test
    void countsADisconnectWithinTwoSecondsAndNotOneAfter() {
        couple(0, 500, 9_000);
        heard.put("run-1", ms(2_500));
        couple(2, 500, 9_000);
        heard.put("run-2", ms(2_501));
        assertThat(couples(0, 500)).isEqualTo(new Couples(2, 1, 1, 0, Duration.ofMillis(2_001)));
    }

    @Test
    void countsWhoStayedForLongerWithoutADisconnectAndNobodyWhoLeftBefore() {
        couple(0, 500, 2_501);
        couple(2, 500, 2_500);
        assertThat(couples(0, 500)).isEqualTo(new Couples(2, 0, 1, 0, Duration.ZERO));
    }

    @Test
    void countsNobodyWhoWasAloneOrWentBeforeTheOtherCame() {
        stays.put(0L, new Stay(OptionalLong.of(ms(0)), OptionalInt.of(0), OptionalLong.empty(), OptionalLong.empty()));
        couple(2, 500, 400);
        assertThat(couples(0, 500)).isEqualTo(new Couples(0, 0, 0, 0, Duration.ZERO));
    }

    @Test
    void countsWhomTheKilledNodeLetInWithinItsLastTwoSeconds() {
        couple(0, 500, 9_000, 0);
        assertThat(couples(0, 499).orphans()).isZero();
        assertThat(couples(0, 500).orphans()).isEqualTo(1);
        assertThat(couples(0, 2_500).orphans()).isEqualTo(1);
        assertThat(couples(0, 2_501).orphans()).isZero();
        assertThat(couples(1, 500).orphans()).isZero();
    }

    @Test
    void countsNoOrphanWhoWasToldOrHadLeftBeforeTheKill() {
        couple(0, 500, 9_000, 0);
        heard.put("run-0", ms(1_000));
        couple(2, 500, 1_000, 0);
        assertThat(couples(0, 999).orphans()).isEqualTo(2);
        assertThat(couples(0, 1_000).orphans()).isZero();
    }
}
