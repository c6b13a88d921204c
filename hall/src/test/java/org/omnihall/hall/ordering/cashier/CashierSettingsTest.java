package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.boot.context.properties.bind.BindException;

class CashierSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(CashierSettings.class, Map.of()))
                .isEqualTo(new CashierSettings(
                        "",
                        Duration.ofSeconds(8),
                        Duration.ofMinutes(30),
                        Duration.ofDays(3),
                        Duration.ofMinutes(5),
                        4,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10)));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> SettingsOf.bind(CashierSettings.class, Map.of("omnihall.cashier.lifes", "3m")))
                .isInstanceOf(BindException.class);
    }
}
