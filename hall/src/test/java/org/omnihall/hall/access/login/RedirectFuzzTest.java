package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnihall.hall.Swiftly;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Some;

/** Any text at all as the query of a redirect; a search with the environment's JAZZER_FUZZ=1. */
class RedirectFuzzTest {

    private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.9");
    private static final AccessControllers CONTROLLERS =
            AccessControllers.fixed(Some.controller(1, "10.0.0.1"), Some.controller(2, "10.0.0.2"));

    @FuzzTest(maxDuration = "10m")
    void provesNoAddressButThePeers(byte[] octets) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (String pair : new String(octets, StandardCharsets.UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], new String[] {parts.length == 2 ? parts[1] : ""});
        }
        Swiftly.read(() -> Query.of(parameters)
                .map(query -> Hop.of(query, PEER, CONTROLLERS))
                .ifPresent(RedirectFuzzTest::check));
    }

    private static void check(Hop hop) {
        if (hop instanceof Hop.Proved proved) {
            assertThat(proved.device().ip()).isEqualTo(PEER);
        }
    }
}
