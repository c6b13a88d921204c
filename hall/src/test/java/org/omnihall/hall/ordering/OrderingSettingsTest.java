package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.boot.context.properties.bind.BindException;

class OrderingSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(OrderingSettings.class, Map.of()))
                .isEqualTo(new OrderingSettings(
                        8,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(1),
                        6,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(10),
                        Duration.ofDays(7)));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> SettingsOf.bind(OrderingSettings.class, Map.of("omnihall.ordering.try", "3")))
                .isInstanceOf(BindException.class);
    }

    @Test
    void doublesThePauseUpToTheLongest() {
        OrderingSettings settings = SettingsOf.bind(OrderingSettings.class, Map.of());
        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.pauseAfter(9)).isEqualTo(Duration.ofSeconds(512));
        assertThat(settings.pauseAfter(10)).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(10));
    }
}
