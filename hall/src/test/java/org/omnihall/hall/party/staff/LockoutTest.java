package org.omnihall.hall.party.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockoutTest {

    @Test
    void fourTriesAreFreeTheFifthShutsForAMinute() {
        assertThat(Lockout.after(1)).isZero();
        assertThat(Lockout.after(4)).isZero();
        assertThat(Lockout.after(5)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theDelayDoublesUpToAnHour() {
        assertThat(Lockout.after(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Lockout.after(10)).isEqualTo(Duration.ofMinutes(32));
        assertThat(Lockout.after(11)).isEqualTo(Duration.ofHours(1));
        assertThat(Lockout.after(100_000)).isEqualTo(Duration.ofHours(1));
    }
}
