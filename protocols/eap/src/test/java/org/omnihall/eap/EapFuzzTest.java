package org.omnihall.eap;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.omnihall.eap.tls.AnyWords;
import org.omnihall.octets.Octets;

/** Any octets at all; a regression over its seeds in the usual build, a search for {@code maxDuration} as junit-platform.properties tells. */
class EapFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> AnyWords.readAll(Octets.of(octets)));
    }
}
