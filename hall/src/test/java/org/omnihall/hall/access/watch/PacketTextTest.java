package org.omnihall.hall.access.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.dictionary.Dictionary;

class PacketTextTest {

    private static PacketBuilder request() {
        return Packet.request(Code.ACCESS_REQUEST, Octets.of(new byte[16]));
    }

    @Test
    void tellsOfEapItsKindAndNotWhoIsInIt() {
        Octets identity = Octets.ofHex("02070010" + "01").plus(Octets.ofText("13912345678"));
        String text = PacketText.of(
                request().octets(AttributeTypes.EAP_MESSAGE, identity).build());
        assertThat(text)
                .contains("EAP-Message = Response, type 1, identifier 7, 16 octets")
                .doesNotContain("3139", "1391234");
        assertThat(PacketText.of(request()
                        .octets(AttributeTypes.EAP_MESSAGE, Octets.ofHex("ffff"))
                        .build()))
                .contains("EAP-Message = 2 octets");
    }

    @Test
    void masksNumbersWhereverTheyStandAndNothingElse() {
        String text = PacketText.of(request()
                .text(AttributeTypes.USER_NAME, "8613912345678@cmcc")
                .text(AttributeTypes.CALLED_STATION_ID, "00-11-22-33-44-55:13912345678")
                .text(AttributeTypes.ACCT_SESSION_ID, "a13912345678 139123456789")
                .build());
        assertThat(text).contains("\"139****5678@cmcc\"", "00-11-22-33-44-55:139****5678", "a139****5678 139123456789");
        assertThat(PacketText.of(request()
                        .octets(AttributeType.standard(89), Octets.ofText("wlan13912345678"))
                        .octets(AttributeTypes.CLASS, Octets.ofHex("a13912345678ff"))
                        .build()))
                .contains("Chargeable-User-Identity = \"wlan139****5678\"", "0xa13912345678ff");
    }

    @Test
    void hidesWhatTheSharedSecretCanBeGuessedFrom() {
        String text = PacketText.of(request()
                .octets(AttributeTypes.MESSAGE_AUTHENTICATOR, Octets.ofText("0123456789abcdef"))
                .octets(AttributeType.standard(26), Octets.ofHex("00000137" + "1940" + "aabbccdd"))
                .add(Dictionary.bundled().attribute("Cisco-AVPair", "psk=open sesame"))
                .build());
        assertThat(text)
                .contains(
                        "Message-Authenticator = <hidden>",
                        "Vendor-Specific = 10 octets that cannot be read",
                        "psk=<hidden>")
                .doesNotContain("3031", "aabbcc", "sesame");
    }

    @Test
    void hidesWhatProvesAPassword() {
        String text = PacketText.of(request()
                .octets(AttributeTypes.USER_PASSWORD, Octets.ofText("0123456789abcdef"))
                .octets(AttributeTypes.CHAP_PASSWORD, Octets.ofText("0123456789abcdefg"))
                .octets(MsChapV2.RESPONSE, Octets.ofText("fedcba"))
                .build());
        assertThat(text)
                .contains("User-Password = <hidden>", "CHAP-Password = <hidden>", "MS-CHAP2-Response = <hidden>")
                .doesNotContain("3031", "0123", "6665");
    }
}
