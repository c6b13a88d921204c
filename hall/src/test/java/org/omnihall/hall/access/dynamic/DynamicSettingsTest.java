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
                .isEqualTo(new DynamicSettings(20, Duration.ofSeconds(60), 200_000));
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhatCannotWork() {
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.persecnd", "5")));
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.per-second", "0")));
        assertThatThrownBy(() -> SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.lease", "9s")));
        assertThat(SettingsOf.bind(DynamicSettings.class, Map.of("omnihall.dynamic.lease", "10s"))
                        .lease())
                .isEqualTo(Duration.ofSeconds(10));
    }
}
