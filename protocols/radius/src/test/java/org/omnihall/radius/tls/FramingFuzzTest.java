package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.Swiftly;

/** Any stream at all; a regression over its seeds in the usual build, a search for {@code maxDuration} as junit-platform.properties tells. */
class FramingFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> readAll(octets));
    }

    /** Reads packets to the end of the stream; only {@link MalformedPacket} and its end in the middle may stop it. */
    static void readAll(byte[] octets) {
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        try {
            int left = in.available();
            for (Optional<ByteBuffer> next = Framing.next(in, () -> {});
                    next.isPresent();
                    next = Framing.next(in, () -> {})) {
                assertThat(next.get().remaining()).isEqualTo(left - in.available());
                left = in.available();
                Packet.decode(next.get());
            }
            assertThat(left).isZero();
        } catch (MalformedPacket expected) {
            assertThat(expected.getStackTrace()).isEmpty();
        } catch (EOFException cut) {
            assertThat(in.available()).isZero();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
