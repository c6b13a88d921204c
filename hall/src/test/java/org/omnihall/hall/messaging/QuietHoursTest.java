package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30));
    private static final QuietHours NOON = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    private static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    @Test
    void holdFromTheirFirstMinuteUntilTheirLast() {
        assertThat(NIGHT.holdAt(LocalTime.of(20, 59, 59))).isFalse();
        assertThat(NIGHT.holdAt(LocalTime.of(21, 0))).isTrue();
        assertThat(NIGHT.holdAt(LocalTime.of(8, 29, 59))).isTrue();
        assertThat(NIGHT.holdAt(LocalTime.of(8, 30))).isFalse();
        assertThat(NOON.holdAt(LocalTime.of(11, 59))).isFalse();
        assertThat(NOON.holdAt(LocalTime.of(12, 0))).isTrue();
        assertThat(NOON.holdAt(LocalTime.of(14, 0))).isFalse();
        assertThat(NONE.holdAt(LocalTime.MIDNIGHT)).isFalse();
    }

    @Test
    void putOffToTheirEndInTheOperatorsZone() {
        assertThat(NIGHT.next(at("2026-11-26T22:00"), SHANGHAI)).isEqualTo(at("2026-11-27T08:30"));
        assertThat(NIGHT.next(at("2026-11-27T01:00"), SHANGHAI)).isEqualTo(at("2026-11-27T08:30"));
        assertThat(NIGHT.next(at("2026-11-27T08:30"), SHANGHAI)).isEqualTo(at("2026-11-27T08:30"));
        assertThat(NOON.next(at("2026-11-27T13:59"), SHANGHAI)).isEqualTo(at("2026-11-27T14:00"));
        assertThat(NONE.next(at("2026-11-27T00:00"), SHANGHAI)).isEqualTo(at("2026-11-27T00:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
