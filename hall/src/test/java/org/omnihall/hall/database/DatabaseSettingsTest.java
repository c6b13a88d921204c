package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;

class DatabaseSettingsTest {

    @Test
    void hasTheseDefaults() {
        DatabaseSettings settings = bind(Map.of());

        assertThat(settings.url()).isEmpty();
        assertThat(settings.user()).isEqualTo("omnihall");
        assertThat(settings.password()).isEmpty();
        assertThat(settings.connections()).isEqualTo(16);
        assertThat(settings.programs()).isEmpty();
        assertThat(settings.embedded()).isEmpty();
    }

    @Test
    void takesWhatIsBlankForNotGiven() {
        DatabaseSettings settings = bind(Map.of("omnihall.database.url", " ", "omnihall.database.programs", ""));

        assertThat(settings.url()).isEmpty();
        assertThat(settings.programs()).isEmpty();
        assertThat(bind(Map.of("omnihall.database.programs", "/opt/postgres")).programs())
                .contains("/opt/postgres");
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(bind(Map.of("omnihall.database.password", "quite-secret")))
                .asString()
                .doesNotContain("quite-secret");
    }

    @Test
    void stopsTheStartForAMisspeltKey() {
        assertThatThrownBy(() -> bind(Map.of("omnihall.database.pasword", "1"))).hasStackTraceContaining("pasword");
    }

    private static DatabaseSettings bind(Map<String, String> properties) {
        return SettingsOf.bind(DatabaseSettings.class, properties);
    }
}
