package org.omnihall.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.octets.Octets;

/** Seeded random packets survive writing and reading; seeded random octets are packets or malformed, nothing else. */
final class RoundTripTest {

    private static final int CASES = 5_000;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void readsBackWhatItWrote(Dialect dialect) {
        Random random = new Random(20080626);
        for (int i = 0; i < CASES; i++) {
            Packet packet = packet(random, dialect);
            assertThat(Packet.decode(ByteBuffer.wrap(packet.encode()), dialect)).isEqualTo(packet);
            assertThat(Authenticator.verify(packet, Secret.of("s"))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void writesBackWhatItReadFromDamagedPackets(Dialect dialect) {
        Random random = new Random(20080627);
        for (int i = 0; i < CASES; i++) {
            byte[] octets = packet(random, dialect).encode();
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            Laws.hold(octets, dialect);
        }
    }

    private static Packet packet(Random random, Dialect dialect) {
        Type[] types = Type.values();
        Packet empty = dialect.packet(types[random.nextInt(types.length)]);
        Header header = new Header(
                empty.header().version(),
                empty.type(),
                random.nextInt(0x100),
                random.nextInt(0x100),
                random.nextInt(0x10000),
                random.nextInt(0x10000),
                random.nextInt(),
                random.nextInt(0x10000),
                random.nextInt(0x100));
        Packet packet = new Packet(header, empty.authenticator(), attributes(random));
        return Authenticator.sign(packet, Secret.of("s"));
    }

    private static List<Attribute> attributes(Random random) {
        List<Attribute> attributes = new ArrayList<>();
        int left = Packet.MAX_LENGTH - 32 - random.nextInt(900);
        while (left >= 2 && attributes.size() < 255) {
            byte[] value = new byte[Math.min(left - 2, random.nextInt(254))];
            random.nextBytes(value);
            attributes.add(new Attribute(random.nextInt(0x100), Octets.of(value)));
            left -= 2 + value.length;
        }
        return attributes;
    }
}
