package org.omnihall.portal;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Decoders throw nothing but their own exception; bounded in the normal run, long with the environment's JAZZER_FUZZ=1. */
final class DecodeFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothingButMalformed(byte[] octets) {
        for (Dialect dialect : Dialect.values()) {
            Swiftly.read(() -> Laws.hold(octets, dialect));
        }
    }
}
