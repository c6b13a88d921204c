package org.omnihall.eap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.octets.Octets;

class EapPacketTest {

    /** What octets are read as: a packet's words, or a fault's name. */
    record Vector(String title, Octets octets, String read) {

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Vector> vectors() {
        try (InputStream in = EapPacketTest.class.getResourceAsStream("/vectors/eap-packets.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.strip().split("\n\n", -1))
                    .map(block -> block.split("\n", -1))
                    .map(lines -> new Vector(lines[0].substring(2), hex(after(lines[1])), lines[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String after(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static Octets hex(String digits) {
        return digits.equals("-") ? Octets.EMPTY : Octets.ofHex(digits);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatTheStandardsDraw(Vector vector) {
        if (vector.read().startsWith("malformed")) {
            MalformedEap thrown = catchThrowableOfType(MalformedEap.class, () -> EapPacket.decode(vector.octets()));
            assertThat(thrown.fault().name()).isEqualTo(after(vector.read()));
            assertThat(thrown.getStackTrace()).isEmpty();
        } else {
            EapPacket packet = EapPacket.decode(vector.octets());
            String data = packet.typeData().isEmpty() ? "-" : packet.typeData().toHex();
            assertThat("packet " + packet.code() + " " + packet.identifier() + " type " + packet.type() + " data "
                            + data)
                    .isEqualTo(vector.read());
        }
    }

    @Test
    void readsWhatItWroteForAnyPacket() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        for (int round = 0; round < 2_000; round++) {
            byte[] data = new byte[random.nextInt(1, 2_000)];
            random.nextBytes(data);
            EapCode code = EapCode.of(random.nextInt(1, 5)).orElseThrow();
            EapPacket packet =
                    new EapPacket(code, random.nextInt(256), code.isTyped() ? Octets.of(data) : Octets.EMPTY);
            assertThat(EapPacket.decode(packet.encode())).isEqualTo(packet);
        }
    }

    @Test
    void isNoPacketOutsideItsBounds() {
        assertThat(EapPacket.success(255).identifier()).isEqualTo(255);
        assertThatIllegalArgumentException().isThrownBy(() -> EapPacket.success(256));
        assertThatIllegalArgumentException().isThrownBy(() -> EapPacket.success(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EapPacket(EapCode.REQUEST, 1, Octets.EMPTY));
        Octets most = Octets.of(new byte[EapPacket.MAX_LENGTH - EapPacket.HEADER_LENGTH]);
        assertThat(EapPacket.decode(new EapPacket(EapCode.RESPONSE, 1, most).encode())
                        .data())
                .isEqualTo(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EapPacket(EapCode.RESPONSE, 1, most.plus(Octets.of((byte) 1))));
    }

    @Test
    void keepsPacketsWithinWhatRadiusAndLinksCarry() {
        assertThat(new Limits(Limits.SMALLEST_PACKET, 1_024, 4).packet()).isEqualTo(128);
        assertThat(new Limits(Limits.LARGEST_PACKET, 1_024, 4).packet()).isEqualTo(3_800);
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(127, 1_024, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(3_801, 1_024, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1_400, 1_023, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(1_400, 1_024, 3));
        assertThat(Limits.USUAL.within(1_399).packet()).isEqualTo(1_399);
        assertThat(Limits.USUAL.within(1_400)).isEqualTo(Limits.USUAL);
        assertThat(Limits.USUAL.within(128).packet()).isEqualTo(128);
        assertThat(Limits.USUAL.within(127)).isEqualTo(Limits.USUAL);
    }

    @Test
    void showsNoKey() {
        Octets octets = Octets.of(new byte[64]);
        SessionKeys keys = new SessionKeys(octets, octets);
        assertThat(keys).hasToString("<hidden>");
        assertThat(new People.Known(new Person("li", Person.Proof.PAP, Octets.EMPTY), Octets.ofHex("c0ffee"))
                        .toString())
                .doesNotContain("c0ffee");
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionKeys(octets, octets.slice(0, 63)));
    }
}
