package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.boot.context.properties.bind.BindException;

class OpenApiSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(OpenApiSettings.class, Map.of()))
                .isEqualTo(new OpenApiSettings(
                        16,
                        Duration.ofSeconds(60),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        24,
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        Duration.ofDays(7),
                        false));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> SettingsOf.bind(OpenApiSettings.class, Map.of("omnihall.openapi.try", "3")))
                .isInstanceOf(BindException.class);
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        OpenApiSettings settings = SettingsOf.bind(OpenApiSettings.class, Map.of());
        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.pauseAfter(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.pauseAfter(12)).isEqualTo(Duration.ofSeconds(2048));
        assertThat(settings.pauseAfter(13)).isEqualTo(Duration.ofHours(1));
        assertThat(settings.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }
}
