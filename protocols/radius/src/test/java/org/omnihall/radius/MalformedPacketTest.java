package org.omnihall.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.octets.Octets;
import org.omnihall.radius.dictionary.Dictionary;

class MalformedPacketTest {

    static List<Vector> vectors() {
        return Vector.read("malformed.txt");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void namesWhatIsWrong(Vector vector) {
        ByteBuffer octets = ByteBuffer.wrap(vector.octets("octets").toBytes());
        if (vector.find("malformed").isPresent()) {
            MalformedPacket thrown = catchThrowableOfType(MalformedPacket.class, () -> Packet.decode(octets));
            assertThat(thrown.fault().name()).isEqualTo(vector.get("malformed"));
        } else {
            Packet packet = Packet.decode(octets);
            assertThat(packet.code() + " " + packet.identifier()).isEqualTo(vector.get("packet"));
        }
    }

    @Test
    void readsWhatItWroteForAnyPacket() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        for (int round = 0; round < 2_000; round++) {
            Packet packet = Anything.packet(random);
            assertThat(Packet.decode(ByteBuffer.wrap(packet.encode()))).isEqualTo(packet);
        }
    }

    @Test
    void throwsNothingElseForAnyOctets() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        for (int round = 0; round < 5_000; round++) {
            byte[] octets = Anything.packet(random).encode();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            Anything.readAll(octets);
        }
    }

    @Test
    void readsEveryPrefixOfAPacketWithoutHarm() {
        byte[] whole = Anything.packet(
                        RandomGeneratorFactory.of("L64X128MixRandom").create(7))
                .encode();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(whole, 0, length);
            assertThat(catchThrowableOfType(MalformedPacket.class, () -> Packet.decode(cut)))
                    .as("first %d octets", length)
                    .isNotNull();
        }
    }

    /** Packets and readers that know no mercy. */
    static final class Anything {

        private Anything() {}

        static Packet packet(RandomGenerator random) {
            Code code = List.copyOf(EnumSet.allOf(Code.class)).get(random.nextInt(13));
            PacketBuilder builder = Packet.request(code, octets(random, 16));
            for (int left = random.nextInt(12); left > 0; left--) {
                builder.add(
                        random.nextBoolean()
                                ? new Attribute(random.nextInt(1, 256), octets(random, random.nextInt(254)))
                                : Attribute.of(
                                        AttributeType.vendor(random.nextInt(1, 30_000), random.nextInt(256)),
                                        octets(random, random.nextInt(248))));
            }
            return builder.build();
        }

        private static Octets octets(RandomGenerator random, int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return Octets.of(bytes);
        }

        /** Decodes and uses every reader; only {@link MalformedPacket} may come out, and what is read is written back the same. */
        static void readAll(byte[] octets) {
            try {
                Packet packet = Packet.decode(ByteBuffer.wrap(octets));
                assertThat(Packet.decode(ByteBuffer.wrap(packet.encode()))).isEqualTo(packet);
                assertThat(Dictionary.bundled().describe(packet))
                        .hasSizeGreaterThan(packet.attributes().isEmpty() ? 0 : 1);
                packet.joined(AttributeTypes.EAP_MESSAGE);
                packet.text(AttributeTypes.USER_NAME);
                packet.integer(AttributeTypes.SESSION_TIMEOUT);
                packet.ipv4(AttributeTypes.NAS_IP_ADDRESS);
                packet.ipv6(AttributeTypes.NAS_IPV6_ADDRESS);
            } catch (MalformedPacket expected) {
                assertThat(expected.getStackTrace()).isEmpty();
            }
        }
    }
}
