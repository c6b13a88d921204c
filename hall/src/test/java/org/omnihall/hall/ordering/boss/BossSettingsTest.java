package org.omnihall.hall.ordering.boss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.boot.context.properties.bind.BindException;

class BossSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(BossSettings.class, Map.of()))
                .isEqualTo(new BossSettings(
                        "",
                        20,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        5,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(1)));
    }

    @Test
    void refusesAMisspeltKeyAndARateThatIsNone() {
        assertThatThrownBy(() -> SettingsOf.bind(BossSettings.class, Map.of("omnihall.boss.uri", "x")))
                .isInstanceOf(BindException.class);
        assertThatThrownBy(() -> SettingsOf.bind(BossSettings.class, Map.of("omnihall.boss.per-second", "0")))
                .isInstanceOf(BindException.class);
    }
}
