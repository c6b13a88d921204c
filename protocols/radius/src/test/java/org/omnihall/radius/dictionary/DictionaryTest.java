package org.omnihall.radius.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

class DictionaryTest {

    private static final Dictionary DICTIONARY = Dictionary.bundled();

    @Test
    void namesEveryConstantAlike() throws IllegalAccessException {
        for (Field constant : AttributeTypes.class.getFields()) {
            assertThat(DICTIONARY.type(constant.getName().replace('_', '-')))
                    .as(constant.getName())
                    .isEqualTo(constant.get(null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Huawei-Input-Average-Rate, 2011, 2",
        "Huawei-Down-QOS-Profile-Name, 2011, 182",
        "H3C-Input-Peak-Rate, 25506, 1",
        "H3C-Subscriber-Profile, 25506, 252",
        "ZTE-Rate-Ctrl-SCR-Up, 3902, 89",
        "Cisco-AVPair, 9, 1",
        "Mikrotik-Rate-Limit, 14988, 8",
        "Ruckus-User-Groups, 25053, 1",
        "Aruba-User-Role, 14823, 1",
        "WISPr-Bandwidth-Max-Down, 14122, 8",
        "ChilliSpot-Bandwidth-Max-Up, 14559, 4",
        "MS-CHAP2-Success, 311, 26",
        "framed-ipv6-address, 0, 168"
    })
    void findsByNameAndByNumber(String name, int vendor, int number) {
        assertThat(DICTIONARY.type(name)).isEqualTo(new AttributeType(vendor, number));
        assertThat(DICTIONARY
                        .find(new AttributeType(vendor, number))
                        .orElseThrow()
                        .name())
                .isEqualToIgnoringCase(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Session-Timeout, 4294967295, 1b06ffffffff, 4294967295",
        "Service-Type, Framed-User, 060600000002, Framed-User",
        "Service-Type, 99, 060600000063, 99",
        "Framed-IP-Address, 10.0.0.1, 08060a000001, 10.0.0.1",
        "NAS-IPv6-Address, 2001:db8::1, 5f1220010db8000000000000000000000001, 2001:db8:0:0:0:0:0:1",
        "Delegated-IPv6-Prefix, 2001:db8:100::/40, 7b0900282001 0db801, 2001:db8:100:0:0:0:0:0/40",
        "Framed-Interface-Id, 0001:0002:0003:0004, 600a0001000200030004, 0001:0002:0003:0004",
        "Event-Timestamp, 2026-11-22T00:00:00Z, 37066b023080, 2026-11-22T00:00:00Z",
        "MIP6-Feature-Vector, 1, 7c0a0000000000000001, 1",
        "State, 0x6162, 18046162, 0x6162",
        "Tunnel-Type:1, VLAN, 40060100000d, VLAN",
        "Tunnel-Private-Group-Id:1, 100, 510601313030, \"100\"",
        "Huawei-Portal-Mode, Redirectional, 1a0c000007db550600000001, Redirectional"
    })
    void readsAndPrintsValues(String name, String text, String wire, String printed) {
        Attribute attribute = DICTIONARY.attribute(name, text);
        Packet packet = packet(attribute);
        assertThat(Octets.of(packet.encode()).slice(20, packet.encode().length)).isEqualTo(Octets.ofHex(wire));
        assertThat(DICTIONARY.describe(packet)).last().isEqualTo(name + " = " + printed);
    }

    @ParameterizedTest
    @CsvSource({
        "No-Such-Attribute, 1",
        "Session-Timeout, 4294967296",
        "Session-Timeout, soon",
        "Framed-IP-Address, 2001:db8::1",
        "Framed-IP-Address, localhost",
        "Delegated-IPv6-Prefix, 2001:db8::/129",
        "Event-Timestamp, yesterday",
        "Session-Timeout:1, 1",
        "Tunnel-Type:32, 1",
        "State, 0x1"
    })
    void refusesWhatIsNotOfTheType(String name, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DICTIONARY.attribute(name, text));
    }

    @Test
    void showsNoSecretAndBreaksOnNothing() {
        Packet packet = packet(
                new Attribute(1, Octets.ofText("李\n\"")),
                new Attribute(2, Octets.ofText("0123456789abcdef")),
                new Attribute(3, Octets.ofText("0123456789abcdef0")),
                new Attribute(69, Octets.ofHex("01 616263")),
                Attribute.of(AttributeType.vendor(311, 25), Octets.ofText("abc")),
                new Attribute(27, Octets.ofHex("01")),
                new Attribute(26, Octets.ofHex("000007db02")),
                Attribute.of(AttributeType.vendor(2011, 200), Octets.ofHex("0102")),
                new Attribute(250, Octets.EMPTY),
                new Attribute(64, Octets.EMPTY));
        assertThat(DICTIONARY.describe(packet))
                .containsExactly(
                        "ACCESS_REQUEST 0",
                        "User-Name = \"李\\x0a\\\"\"",
                        "User-Password = <hidden>",
                        "CHAP-Password = <hidden>",
                        "Tunnel-Password:1 = <hidden>",
                        "MS-CHAP2-Response = <hidden>",
                        "Session-Timeout = 0x01",
                        "Vendor-Specific = 5 octets that cannot be read",
                        "Attr-26.2011.200 = 0x0102",
                        "Attr-250 = 0x",
                        "Tunnel-Type = 0x");
    }

    @Test
    void refusesAFileThatDefinesANumberTwice() {
        DictionaryFile file = DictionaryFile.parse(List.of("vendor 9 X", "1 A text", "1 B text"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dictionary(List.of(file)));
        assertThatIllegalArgumentException().isThrownBy(() -> DictionaryFile.parse(List.of("vendor 9 X", "1 A")));
    }

    private static Packet packet(Attribute... attributes) {
        return new Packet(Code.ACCESS_REQUEST, 0, Octets.of(new byte[16]), List.of(attributes));
    }
}
