package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;

class NodeSettingsTest {

    @Test
    void hasTheseDefaults() {
        NodeSettings settings = bind(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of("data/run").toAbsolutePath());
        assertThat(settings.bind().getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.macBindingBind().getHostAddress()).isEqualTo("127.0.0.2");
        assertThat(settings.portOffset()).isZero();
        assertThat(settings.publicHost()).isEqualTo("localhost");
        assertThat(settings.ports())
                .isEqualTo(new Ports(8080, 8443, 8081, 8444, 1812, 1813, 50100, 50101, 2775, 54320));
    }

    @Test
    void shiftsEveryPortButZero() {
        NodeSettings settings = bind(Map.of("omnihall.node.port-offset", "1000", "omnihall.node.ports.web", "0"));

        assertThat(settings.ports()).isEqualTo(new Ports(0, 9443, 9081, 9444, 2812, 2813, 51100, 51101, 3775, 55320));
    }

    @Test
    void refusesAPortBeyondTheLast() {
        assertThatThrownBy(() -> bind(Map.of("omnihall.node.port-offset", "11216")))
                .hasRootCauseMessage(
                        "omnihall.node.ports.database (with the offset) is 65536; a port lies between 0 and 65535");
        assertThat(bind(Map.of("omnihall.node.port-offset", "11215")).ports().database())
                .isEqualTo(65535);
    }

    @Test
    void stopsTheStartForAMisspeltKey() {
        assertThatThrownBy(() -> bind(Map.of("omnihall.node.prot-offset", "1"))).hasStackTraceContaining("prot-offset");
    }

    private static NodeSettings bind(Map<String, String> properties) {
        return SettingsOf.bind(NodeSettings.class, properties);
    }
}
