package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.SettingsOf;
import org.springframework.mock.web.MockHttpServletRequest;

class PeersTest {

    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration KEPT = Duration.ofDays(190);

    private final Peers none = new Peers(new LoginSettings(List.of(), SOON, KEPT));
    private final Peers behind = new Peers(new LoginSettings(List.of("10.9.0.0/16"), SOON, KEPT));

    @Test
    void believesNoHeaderWithoutAProxyOfOurs() {
        assertThat(none.of("10.1.0.100", Optional.of("10.1.0.7")).getHostAddress())
                .isEqualTo("10.1.0.100");
        assertThat(behind.of("10.1.0.100", Optional.of("10.1.0.7")).getHostAddress())
                .isEqualTo("10.1.0.100");
    }

    @Test
    void readsWhatOurProxiesSayFromTheRight() {
        assertThat(address("10.1.0.7")).isEqualTo("10.1.0.7");
        assertThat(address("10.1.0.66, 10.1.0.7")).isEqualTo("10.1.0.7");
        assertThat(address("10.1.0.7, 10.9.3.4")).isEqualTo("10.1.0.7");
        assertThat(address("nonsense")).isEqualTo("10.9.0.1");
        assertThat(address("1,".repeat(1000))).isEqualTo("10.9.0.1");
    }

    @Test
    void namesItsSettings() {
        LoginSettings standard = SettingsOf.bind(LoginSettings.class, Map.of());
        assertThat(standard).isEqualTo(new LoginSettings(List.of(), Duration.ofMillis(400), KEPT));
        assertThatThrownBy(() -> SettingsOf.bind(LoginSettings.class, Map.of("omnihall.login.retension", "1d")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new LoginSettings(List.of(), SOON, Duration.ofDays(182)))
                .hasMessageContaining("six months");
        assertThat(new LoginSettings(List.of(), SOON, Duration.ofDays(183)).retention())
                .hasDays(183);
    }

    /** A proxy may add a line of its own to that of a client who made one up. */
    @Test
    void readsAllLinesOfTheHeader() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.9.0.1");
        request.addHeader("X-Forwarded-For", "192.0.2.66");
        request.addHeader("X-Forwarded-For", "203.0.113.7");
        assertThat(behind.of(request).getHostAddress()).isEqualTo("203.0.113.7");
    }

    private String address(String forwardedFor) {
        return behind.of("10.9.0.1", Optional.of(forwardedFor)).getHostAddress();
    }
}
