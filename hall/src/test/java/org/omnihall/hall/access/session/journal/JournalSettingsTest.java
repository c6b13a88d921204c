package org.omnihall.hall.access.session.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.util.unit.DataSize;

class JournalSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new JournalSettings(Duration.ofMillis(1500), DataSize.ofGigabytes(2), DataSize.ofMegabytes(8)));
    }

    @Test
    void hasPatienceForHalfAMinuteAtMost() {
        assertThat(bind(Map.of("patience", "1ms")).patience()).isEqualTo(Duration.ofMillis(1));
        assertThat(bind(Map.of("patience", "30s")).patience()).isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> bind(Map.of("patience", "0s"))).hasStackTraceContaining("patience is more");
        assertThatThrownBy(() -> bind(Map.of("patience", "30001ms"))).hasStackTraceContaining("patience is more");
    }

    @Test
    void hasRoomForASegmentOfOneKilobyteTo64Megabytes() {
        assertThat(bind(Map.of("segment", "1KB", "room", "1KB")).room()).isEqualTo(DataSize.ofKilobytes(1));
        assertThat(bind(Map.of("segment", "64MB")).segment()).isEqualTo(DataSize.ofMegabytes(64));
        assertThatThrownBy(() -> bind(Map.of("segment", "1023B"))).hasStackTraceContaining("from 1 KB to 64 MB");
        assertThatThrownBy(() -> bind(Map.of("segment", "65MB"))).hasStackTraceContaining("from 1 KB to 64 MB");
        assertThatThrownBy(() -> bind(Map.of("segment", "2MB", "room", "1MB")))
                .hasStackTraceContaining("room for one segment");
    }

    @Test
    void stopsTheStartForAMisspeltKey() {
        assertThatThrownBy(() -> bind(Map.of("rome", "1GB"))).hasStackTraceContaining("rome");
    }

    private static JournalSettings bind(Map<String, String> keys) {
        return SettingsOf.bind(
                JournalSettings.class,
                keys.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                key -> "omnihall.accounting.journal." + key.getKey(), Map.Entry::getValue)));
    }
}
