package org.omnihall.hall.party;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.omnihall.hall.Swiftly;
import org.omnihall.octets.Octets;

/** Any octets at all as a table of number segments; a search with the environment's JAZZER_FUZZ=1. */
class SegmentFileFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothing(byte[] octets) {
        Swiftly.read(() -> SegmentFile.read(Octets.of(octets)));
    }
}
