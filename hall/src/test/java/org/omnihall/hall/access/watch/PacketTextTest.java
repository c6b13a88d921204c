package org.omnihall.hall.access.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MsChapV2;

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
        assertThat(text).contains("\"139****5678@cmcc\"", "00-11-22-33-44-55:139****5678", "a13912345678 139123456789");
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
