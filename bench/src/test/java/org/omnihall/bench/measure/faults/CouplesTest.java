package org.omnihall.bench.measure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
        stays.put(number, new Stay(OptionalLong.of(ms(0)), OptionalLong.of(ms(left)), OptionalLong.empty()));
        stays.put(number + 1, new Stay(OptionalLong.of(ms(later)), OptionalLong.of(ms(left)), OptionalLong.empty()));
    }

    @Test
    void countsADisconnectWithinTwoSecondsAndNotOneAfter() {
        couple(0, 500, 9_000);
        heard.put("run-1", ms(2_500));
        couple(2, 500, 9_000);
        heard.put("run-2", ms(2_501));
        assertThat(Couples.of(stays, "run-", heard)).isEqualTo(new Couples(2, 1, 1, Duration.ofMillis(2_001)));
    }

    @Test
    void countsWhoStayedForLongerWithoutADisconnectAndNobodyWhoLeftBefore() {
        couple(0, 500, 2_501);
        couple(2, 500, 2_500);
        assertThat(Couples.of(stays, "run-", heard)).isEqualTo(new Couples(2, 0, 1, Duration.ZERO));
    }

    @Test
    void countsNobodyWhoWasAloneOrWentBeforeTheOtherCame() {
        stays.put(0L, new Stay(OptionalLong.of(ms(0)), OptionalLong.empty(), OptionalLong.empty()));
        couple(2, 500, 400);
        assertThat(Couples.of(stays, "run-", heard)).isEqualTo(new Couples(0, 0, 0, Duration.ZERO));
    }
}
