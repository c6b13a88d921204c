package org.omnihall.radius.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.omnihall.radius.Swiftly;

/** Any text at all as a dictionary file; a regression over its seeds in the usual build, a search with the environment's JAZZER_FUZZ=1. */
class DictionaryFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> {
            try {
                DictionaryFile.parse(
                        new String(octets, StandardCharsets.UTF_8).lines().toList());
            } catch (MalformedDictionary expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        });
    }
}
