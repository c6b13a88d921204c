package org.omnihall.radius;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any octets at all; a regression over its seeds in the usual build, a search for {@code maxDuration} as junit-platform.properties tells. */
class PacketFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> MalformedPacketTest.Anything.readAll(octets));
    }
}
