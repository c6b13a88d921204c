package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.util.unit.DataSize;

class InsightSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(InsightSettings.class, Map.of()))
                .isEqualTo(
                        new InsightSettings(6, "", Optional.empty(), "", Optional.empty(), DataSize.ofGigabytes(1), 2));
    }

    @Test
    void takesOneToThirtySixMonths() {
        assertThat(months("1").months()).isEqualTo(1);
        assertThat(months("36").months()).isEqualTo(36);
        assertThatThrownBy(() -> months("0")).hasStackTraceContaining("from 1 to 36 months: 0");
        assertThatThrownBy(() -> months("37")).hasStackTraceContaining("from 1 to 36 months: 37");
    }

    @Test
    void stopsTheStartForAMisspeltKey() {
        assertThatThrownBy(() -> SettingsOf.bind(InsightSettings.class, Map.of("omnihall.insight.monhts", "6")))
                .hasStackTraceContaining("monhts");
    }

    private static InsightSettings months(String months) {
        return SettingsOf.bind(InsightSettings.class, Map.of("omnihall.insight.months", months));
    }
}
