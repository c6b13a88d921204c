package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;

class FramingTest {

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(20261127);
    }

    private static Packet anything(RandomGenerator random) {
        PacketBuilder builder = Packet.request(Code.ACCOUNTING_REQUEST);
        for (int left = random.nextInt(16); left > 0; left--) {
            byte[] value = new byte[random.nextInt(254)];
            random.nextBytes(value);
            builder.add(new Attribute(random.nextInt(1, 256), Octets.of(value)));
        }
        return builder.build();
    }

    /** Gives as many octets at once as the network feels like. */
    private static InputStream inPieces(byte[] octets, RandomGenerator random) {
        return new FilterInputStream(new ByteArrayInputStream(octets)) {
            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return super.read(into, from, Math.min(most, 1 + random.nextInt(40)));
            }
        };
    }

    @Test
    void findsThePacketsOfAStreamHoweverItIsCut() throws IOException {
        RandomGenerator random = random();
        List<Packet> sent = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            Packet packet = anything(random);
            sent.add(packet);
            stream.writeBytes(packet.encode());
        }
        InputStream in = inPieces(stream.toByteArray(), random);
        List<Packet> found = new ArrayList<>();
        for (Optional<ByteBuffer> next = Framing.next(in, () -> {});
                next.isPresent();
                next = Framing.next(in, () -> {})) {
            found.add(Packet.decode(next.get()));
        }
        assertThat(found).isEqualTo(sent);
    }

    @Test
    void refusesALengthThatNoPacketHasBeforeItReadsOn() {
        assertThat(outcome(head(19))).isEqualTo("BAD_LENGTH");
        assertThat(outcome(head(20))).isEqualTo("20 octets");
        assertThat(outcome(head(4096))).isEqualTo("cut");
        assertThat(outcome(head(4097))).isEqualTo("BAD_LENGTH");
        assertThat(outcome(head(0xffff))).isEqualTo("BAD_LENGTH");
        assertThat(outcome()).isEqualTo("end");
        assertThat(outcome((byte) 1)).isEqualTo("cut");
    }

    private static byte[] head(int length) {
        byte[] head = new byte[Packet.HEADER_LENGTH];
        ByteBuffer.wrap(head).putShort(2, (short) length);
        return head;
    }

    static String outcome(byte... stream) {
        try {
            return Framing.next(new ByteArrayInputStream(stream), () -> {})
                    .map(packet -> packet.remaining() + " octets")
                    .orElse("end");
        } catch (MalformedPacket malformed) {
            return malformed.fault().name();
        } catch (EOFException cut) {
            return "cut";
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void hasAWordForAnyOctets() {
        RandomGenerator random = random();
        for (int round = 0; round < 5_000; round++) {
            byte[] octets = anything(random).encode();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                octets[random.nextInt(Math.min(octets.length, 24))] = (byte) random.nextInt();
            }
            FramingFuzzTest.readAll(octets);
        }
    }
}
