package org.omnihall.hall.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.boot.context.properties.bind.BindException;

class EnterpriseSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(EnterpriseSettings.class, Map.of()))
                .isEqualTo(new EnterpriseSettings(
                        "web-hall",
                        BillingAccount.Form.POSTPAID,
                        Duration.ofDays(7),
                        Duration.ofMinutes(30),
                        Duration.ofMillis(400),
                        new EnterpriseSettings.Codes(
                                Duration.ofMinutes(5), Duration.ofSeconds(60), 5, 5, 10, 20, 300, 20)));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> SettingsOf.bind(EnterpriseSettings.class, Map.of("omnihall.enterprise.code.try", "3")))
                .isInstanceOf(BindException.class);
    }
}
