package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;

class InteractionSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(InteractionSettings.class, Map.of()))
                .isEqualTo(new InteractionSettings(Period.ofMonths(25), 20, 90, 5));
    }

    @Test
    void stopsTheStartForAMisspeltKey() {
        assertThatThrownBy(
                        () -> SettingsOf.bind(InteractionSettings.class, Map.of("omnihall.interaction.histroy", "5")))
                .hasStackTraceContaining("histroy");
    }
}
