package org.omnihall.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.omnihall.octets.Octets;

/** What holds for all octets: they are a packet that is written back as it was and whose parts can be asked for, or malformed. */
final class Laws {

    private Laws() {}

    static void hold(byte[] octets, Dialect dialect) {
        try {
            Packet packet = Packet.decode(ByteBuffer.wrap(octets), dialect);
            assertThat(Octets.of(packet.encode())).isEqualTo(Octets.of(octets));
            ask(packet);
        } catch (MalformedPacket malformed) {
            assertThat(malformed.fault()).isNotNull();
        }
    }

    private static void ask(Packet packet) {
        assertThat(packet.user()).isNotNull();
        assertThat(packet.mac()).isNotNull();
        assertThat(packet.answer(Type.ACK_LOGOUT).attributes())
                .hasSizeLessThanOrEqualTo(packet.attributes().size());
        assertThat(ErrCode.of(packet.type(), packet.errCode())).isNotNull();
        for (AttributeType type : AttributeType.values()) {
            assertThat(packet.text(type)).isNotNull();
            assertThat(packet.number(type)).isNotNull();
            assertThat(packet.address(type)).isNotNull();
            assertThat(packet.addresses(type)).isNotNull();
        }
        assertThat(packet.toString()).isNotEmpty();
    }
}
