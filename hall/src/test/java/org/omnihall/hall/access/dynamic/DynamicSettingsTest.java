package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;

/** The knobs of requests about running sessions. */
class DynamicSettingsTest {

    @Test
    void asksTwentyASecondUnlessToldOtherwise() {
        assertThat(SettingsOf.bind(DynamicSettings.class, Map.of()))
                .isEqualTo(new DynamicSettings(20, Duration.ofSeconds(60), 200_000, Duration.ofDays(190)));
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhatCannotWork() {
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.persecnd", "5")));
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.per-second", "0")));
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.lease", "9s")));
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.retention", "182d")));
        assertThat(SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.retention", "183d"))
                        .retention())
                .isEqualTo(Duration.ofDays(183));
        assertThat(SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.lease", "10s"))
                        .lease())
                .isEqualTo(Duration.ofSeconds(10));
    }
}
