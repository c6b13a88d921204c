package org.omnihall.bench.measure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The list of who is online is wrong about no session for longer than an interim interval of the load, which is known only where it was watched. */
class NodesBenchTest {

    private static final Duration INTERIM = Duration.ofSeconds(2);

    private static boolean isKept(long wrongMillis, long watchedMillis) {
        return isKept(wrongMillis, watchedMillis, 0);
    }

    private static boolean isKept(long wrongMillis, long watchedMillis, long atEnd) {
        Duration wrong = Duration.ofMillis(wrongMillis);
        return new NodesBench.Online(wrong, Duration.ofMillis(watchedMillis), 3, atEnd, INTERIM).isKept();
    }

    @Test
    void keepsNoListThatIsWrongAtTheEnd() {
        assertThat(isKept(0, 60_000, 1)).isFalse();
    }

    @Test
    void keepsAListThatIsWrongForOneIntervalAtMost() {
        assertThat(isKept(2_000, 60_000)).isTrue();
        assertThat(isKept(2_001, 60_000)).isFalse();
    }

    @Test
    void keepsNoListThatWasWatchedForLessThanTwoIntervals() {
        assertThat(isKept(0, 4_000)).isTrue();
        assertThat(isKept(0, 3_999)).isFalse();
    }
}
