package org.omnihall.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.octets.Octets;
import org.omnihall.portal.MalformedPacket.Fault;

/** What is no packet is refused by name. */
final class MalformedTest {

    static Stream<List<Vectors.Line>> malformed() {
        return Vectors.blocks("malformed.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesByName(List<Vectors.Line> lines) {
        Map<String, String> vector = lines.stream().collect(Collectors.toMap(Vectors.Line::word, Vectors.Line::text));
        byte[] octets = Octets.ofHex(vector.getOrDefault("octets", "")).toBytes();
        int more = Integer.parseInt(vector.getOrDefault("repeat", "0"));
        ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(octets, octets.length + more));
        Dialect dialect = Dialect.valueOf(vector.getOrDefault("dialect", ""));
        MalformedPacket thrown = catchThrowableOfType(MalformedPacket.class, () -> Packet.decode(in, dialect));
        assertThat(thrown.fault()).isEqualTo(Fault.valueOf(vector.getOrDefault("malformed", "")));
        assertThat(thrown.getStackTrace()).isEmpty();
    }

    @Test
    void everyFaultHasAVector() {
        assertThat(malformed()
                        .flatMap(List::stream)
                        .filter(line -> "malformed".equals(line.word()))
                        .map(line -> Fault.valueOf(line.text())))
                .containsAll(EnumSet.allOf(Fault.class));
    }
}
