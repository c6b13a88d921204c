package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;

class UserNetworksTest {

    private static Packet packet(AttributeType type, String... values) {
        PacketBuilder packet = Packet.request(Code.ACCOUNTING_REQUEST);
        for (String value : values) {
            packet.octets(type, Octets.ofHex(value));
        }
        return packet.build();
    }

    @Test
    void readsAddressesAndPrefixesAsOftenAsTheyStandThere() {
        Packet packet = Packet.request(Code.ACCOUNTING_REQUEST)
                .octets(AttributeTypes.FRAMED_IPV6_PREFIX, Octets.ofHex("00 40 20010db800010002"))
                .octets(AttributeTypes.FRAMED_IPV6_PREFIX, Octets.ofHex("00 40 20010db8000100030000000000000000"))
                .octets(AttributeTypes.DELEGATED_IPV6_PREFIX, Octets.ofHex("00 38 20010db8aabb00"))
                .octets(AttributeTypes.FRAMED_IPV6_ADDRESS, Octets.ofHex("20010db8000100020000000000000017"))
                .octets(AttributeTypes.FRAMED_IPV6_ADDRESS, Octets.ofHex("20010db8000100020000000000000018"))
                .build();
        assertThat(UserNetworks.in(packet))
                .extracting(Cidr::toString)
                .containsExactlyInAnyOrder(
                        "2001:db8:1:2::/64",
                        "2001:db8:1:3::/64",
                        "2001:db8:aabb::/56",
                        "2001:db8:1:2::17",
                        "2001:db8:1:2::18");
        assertThat(UserNetworks.in(packet(AttributeTypes.FRAMED_IPV6_PREFIX, "0000")))
                .extracting(Cidr::toString)
                .containsExactly("::/0");
        assertThat(UserNetworks.in(packet(AttributeTypes.USER_NAME, "41"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "0041" + "20010db800010002",
                "0081" + "20010db8000100020000000000000017",
                "0080" + "20010db800010002000000000000001700"
            })
    void refusesWhatIsNoPrefix(String value) {
        Packet packet = packet(AttributeTypes.DELEGATED_IPV6_PREFIX, value);
        assertThatThrownBy(() -> UserNetworks.in(packet)).isInstanceOf(MalformedPacket.class);
    }

    @Test
    void refusesAnAddressOfAnotherLengthAndKeepsNoMoreThanItsBound() {
        assertThatThrownBy(() -> UserNetworks.in(packet(AttributeTypes.FRAMED_IPV6_ADDRESS, "20010db8")))
                .isInstanceOf(MalformedPacket.class);
        PacketBuilder many = Packet.request(Code.ACCOUNTING_REQUEST);
        for (int i = 0; i < UserNetworks.MOST + 5; i++) {
            many.octets(
                    AttributeTypes.FRAMED_IPV6_ADDRESS,
                    Octets.ofLong(0x20010db8L << 32).plus(Octets.ofLong(i)));
        }
        assertThat(UserNetworks.in(many.build())).hasSize(UserNetworks.MOST);
    }
}
