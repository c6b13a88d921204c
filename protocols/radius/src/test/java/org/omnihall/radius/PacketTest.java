package org.omnihall.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.MalformedPacket.Fault;

class PacketTest {

    private static final Octets AUTHENTICATOR = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final AttributeType HUAWEI_UP = AttributeType.vendor(2011, 2);

    @Test
    void readsWhatItWrote() throws UnknownHostException {
        Packet packet = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                .text(AttributeTypes.USER_NAME, "李@cmcc")
                .integer(AttributeTypes.ACCT_INPUT_OCTETS, 0xffffffffL)
                .integer(AttributeTypes.EVENT_TIMESTAMP, 1_800_000_000)
                .integer(HUAWEI_UP, 2_000_000)
                .address(AttributeTypes.NAS_IP_ADDRESS, InetAddress.getByName("10.1.2.3"))
                .address(AttributeTypes.NAS_IPV6_ADDRESS, InetAddress.getByName("2001:db8::1"))
                .integer64(AttributeType.standard(241), -1)
                .build();
        Packet read = Packet.decode(ByteBuffer.wrap(packet.encode()));
        assertThat(read).isEqualTo(packet);
        assertThat(read.text(AttributeTypes.USER_NAME)).hasValue("李@cmcc");
        assertThat(read.integer(AttributeTypes.ACCT_INPUT_OCTETS)).hasValue(0xffffffffL);
        assertThat(read.date(AttributeTypes.EVENT_TIMESTAMP)).hasValue(Instant.ofEpochSecond(1_800_000_000));
        assertThat(read.integer(HUAWEI_UP)).hasValue(2_000_000);
        assertThat(read.ipv4(AttributeTypes.NAS_IP_ADDRESS)).hasValue(InetAddress.getByName("10.1.2.3"));
        assertThat(read.ipv6(AttributeTypes.NAS_IPV6_ADDRESS)).hasValue(InetAddress.getByName("2001:db8::1"));
        assertThat(read.integer64(AttributeType.standard(241))).hasValue(-1);
        assertThat(read.text(AttributeTypes.FILTER_ID)).isEmpty();
        assertThat(read.integer(AttributeTypes.NAS_PORT)).isEmpty();
    }

    @Test
    void readsSeveralVendorAttributesOutOfOneCarrier() {
        Packet packet = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                .add(new Attribute(26, Octets.ofHex("000007db 0206 001e8480 0506 003d0900 0203 61")))
                .build();
        assertThat(packet.integer(HUAWEI_UP)).hasValue(2_000_000);
        assertThat(packet.vendor(2011, 5)).hasValue(Octets.ofInt(4_000_000));
        assertThat(packet.all(HUAWEI_UP)).containsExactly(Octets.ofInt(2_000_000), Octets.ofText("a"));
        assertThat(packet.vendor(2012, 2)).isEmpty();
    }

    @Test
    void leavesAVendorAttributeThatIsFormattedOtherwiseWhole() {
        for (String odd : List.of(
                "000007db",
                "000007db02",
                "000007db0201",
                "000007db020761626364",
                "000007db02036105",
                "010007db020361")) {
            Packet packet = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                    .add(new Attribute(26, Octets.ofHex(odd)))
                    .build();
            assertThat(packet.has(HUAWEI_UP)).as(odd).isFalse();
            assertThat(packet.first(AttributeTypes.VENDOR_SPECIFIC)).hasValue(Octets.ofHex(odd));
            assertThat(Packet.decode(ByteBuffer.wrap(packet.encode()))).isEqualTo(packet);
        }
    }

    @Test
    void namesAValueOfTheWrongLength() {
        Packet packet = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                .text(AttributeTypes.SESSION_TIMEOUT, "abc")
                .text(AttributeTypes.FRAMED_IP_ADDRESS, "abcde")
                .build();
        assertThatExceptionOfType(MalformedPacket.class)
                .isThrownBy(() -> packet.integer(AttributeTypes.SESSION_TIMEOUT))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.BAD_VALUE))
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
        assertThatExceptionOfType(MalformedPacket.class)
                .isThrownBy(() -> packet.ipv4(AttributeTypes.FRAMED_IP_ADDRESS));
    }

    @Test
    void holds4096OctetsAndNotOneMore() {
        Attribute full = new Attribute(25, Octets.of(new byte[253]));
        List<Attribute> most = new ArrayList<>(Collections.nCopies(15, full));
        most.add(new Attribute(25, Octets.of(new byte[4096 - 20 - 15 * 255 - 2])));
        Packet largest = new Packet(Code.ACCESS_ACCEPT, 255, AUTHENTICATOR, most);
        assertThat(largest.encode()).hasSize(4096);
        assertThat(Packet.decode(ByteBuffer.wrap(largest.encode()))).isEqualTo(largest);
        most.set(15, new Attribute(25, Octets.of(new byte[4096 - 20 - 15 * 255 - 1])));
        assertThatIllegalArgumentException().isThrownBy(() -> new Packet(Code.ACCESS_ACCEPT, 255, AUTHENTICATOR, most));
        byte[] overlong = Arrays.copyOf(largest.encode(), 4097);
        overlong[2] = 0x10;
        overlong[3] = 0x01;
        assertThatExceptionOfType(MalformedPacket.class)
                .isThrownBy(() -> Packet.decode(ByteBuffer.wrap(overlong)))
                .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.BAD_LENGTH));
    }

    @Test
    void keepsValuesWithinTheirOctet() {
        assertThat(new Attribute(255, Octets.of(new byte[253])).value().length())
                .isEqualTo(253);
        assertThatIllegalArgumentException().isThrownBy(() -> new Attribute(1, Octets.of(new byte[254])));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attribute(0, Octets.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attribute(256, Octets.EMPTY));
        assertThat(Attribute.of(HUAWEI_UP, Octets.of(new byte[247])).value().length())
                .isEqualTo(253);
        assertThatIllegalArgumentException().isThrownBy(() -> Attribute.of(HUAWEI_UP, Octets.of(new byte[248])));
        PacketBuilder builder = Packet.request(Code.ACCOUNTING_REQUEST);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.integer(AttributeTypes.NAS_PORT, 1L << 32));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.integer(AttributeTypes.NAS_PORT, -1));
    }

    @Test
    void splitsAndJoinsALongValue() {
        Octets eap = Octets.of(new byte[254]);
        Packet packet = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                .split(AttributeTypes.EAP_MESSAGE, eap)
                .build();
        assertThat(packet.all(AttributeTypes.EAP_MESSAGE)).hasSize(2);
        assertThat(packet.joined(AttributeTypes.EAP_MESSAGE)).hasValue(eap);
        assertThat(packet.joined(AttributeTypes.CLASS)).isEmpty();
    }

    @Test
    void ignoresPaddingBehindThePacket() {
        Packet packet = Packet.request(Code.STATUS_SERVER, AUTHENTICATOR).build();
        assertThat(Packet.decode(ByteBuffer.allocate(40).put(packet.encode()).rewind()))
                .isEqualTo(packet);
    }

    @Test
    void repliesWithTheSameIdentifierAndProxyStates() {
        Packet request = new Packet(
                Code.ACCESS_REQUEST,
                7,
                AUTHENTICATOR,
                List.of(
                        new Attribute(33, Octets.ofText("a")),
                        new Attribute(1, Octets.ofText("li")),
                        new Attribute(33, Octets.ofText("b"))));
        Packet reply = request.reply(Code.ACCESS_REJECT).build();
        assertThat(reply.identifier()).isEqualTo(7);
        assertThat(reply.all(AttributeTypes.PROXY_STATE)).containsExactly(Octets.ofText("a"), Octets.ofText("b"));
        assertThat(reply.has(AttributeTypes.USER_NAME)).isFalse();
    }
}
