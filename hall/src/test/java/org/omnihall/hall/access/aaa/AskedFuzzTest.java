package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.omnihall.hall.Swiftly;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Some;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;

/** Any octets at all as an Access-Request of a known controller; a search with the environment's JAZZER_FUZZ=1. */
class AskedFuzzTest {

    private static final AccessController CONTROLLER = Some.controller(1, "10.0.0.1");
    private static final SharedSecret SECRET =
            SharedSecret.of(CONTROLLER.radiusSecret().toText());

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> {
            try {
                Asked asked = Asked.read(Packet.decode(ByteBuffer.wrap(octets)), CONTROLLER, SECRET);
                assertThat(asked.credential().proves(asked.userName(), "somebody's password"))
                        .isFalse();
            } catch (MalformedPacket expected) {
                assertThat(expected.getStackTrace()).isEmpty();
            }
        });
    }
}
