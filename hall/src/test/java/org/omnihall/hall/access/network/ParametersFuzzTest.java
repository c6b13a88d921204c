package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.Swiftly;
import org.omnihall.octets.MacAddress;

/**
 * Any text at all as the address of a device, a network, a name, what a redirect says and a line of an import; a search with the environment's
 * JAZZER_FUZZ=1.
 */
class ParametersFuzzTest {

    private static final List<DomainRule> RULES =
            List.of(new DomainRule.None(), new DomainRule.Strip(), new DomainRule.Append("wlan.example"));

    private static final RedirectMap MAP = new RedirectMap(
            "ANY",
            Map.of(
                    "0", RedirectMap.Meaning.AC_ADDRESS,
                    "1", RedirectMap.Meaning.AC_NAME,
                    "2", RedirectMap.Meaning.USER_ADDRESS,
                    "3", RedirectMap.Meaning.USER_MAC,
                    "4", RedirectMap.Meaning.SSID,
                    "5", RedirectMap.Meaning.AP_MAC,
                    "6", RedirectMap.Meaning.FIRST_URL));

    private static final NetworkMap NETWORK = new NetworkMap(
            List.of(Some.controller(2, "10.0.0.2")),
            List.of(),
            new NetworkMap.Ssids(List.of(), List.of(), List.of(Some.profile())),
            Map.of());

    private static final List<String> NAS = List.of(
            "addresses",
            "name",
            "radiusSecret",
            "vendor",
            "dialect",
            "method",
            "portalPort",
            "coaPort",
            "nat",
            "messageAuthenticator",
            "domain",
            "redirectMap",
            "nasIdentifier",
            "volumeUnit");

    private static final List<String> ACCOUNT =
            List.of("name", "password", "profile", "valid_until", "methods", "area", "standing");

    @FuzzTest(maxDuration = "10m")
    void throwsNothing(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Swiftly.read(() -> {
            MacAddress.parse(text)
                    .ifPresent(
                            mac -> assertThat(MacAddress.parse(mac.toString())).contains(mac));
            Cidr.parse(text).ifPresent(cidr -> {
                assertThat(Cidr.parse(cidr.toString())).contains(cidr);
                assertThat(cidr.contains(cidr.network())).isTrue();
            });
            String name = NetworkName.of(text);
            assertThat(NetworkName.of(name)).isEqualTo(name);
            RULES.forEach(rule -> rule.toName(text));
            String[] lines = text.split("\n", -1);
            MAP.read(named(lines, List.of("0", "1", "2", "3", "4", "5", "6")));
            new ControllerForm(new Draft(named(lines, NAS)), NETWORK, Map.of("CMCC", MAP)).read(1, Optional.empty());
            new AccountForm(Map.of("standard", 1L), 1, ZoneOffset.UTC).read(new Draft(named(lines, ACCOUNT)), false);
        });
    }

    private static Map<String, String> named(String[] values, List<String> names) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < Math.min(values.length, names.size()); i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }
}
