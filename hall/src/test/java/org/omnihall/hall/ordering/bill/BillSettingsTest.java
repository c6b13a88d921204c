package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.boot.context.properties.bind.BindException;

class BillSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(SettingsOf.bind(BillSettings.class, Map.of())).isEqualTo(new BillSettings(1, 20));
    }

    @Test
    void refusesAMisspeltKeyAndDaysThatSomeMonthLacks() {
        assertThatThrownBy(() -> SettingsOf.bind(
                        BillSettings.class, Map.of("omnihall.bill.cycleday", "3", "omnihall.bill.day", "3")))
                .isInstanceOf(BindException.class);
        assertThat(new BillSettings(28, 90).cycleDay()).isEqualTo(28);
        assertThatThrownBy(() -> new BillSettings(29, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BillSettings(0, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BillSettings(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BillSettings(1, 91)).isInstanceOf(IllegalArgumentException.class);
    }
}
