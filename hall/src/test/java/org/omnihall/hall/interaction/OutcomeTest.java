package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every outcome has its words; any other name is that of a refusal. */
class OutcomeTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasAWordInEachLanguage(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/words/interaction_" + language + ".properties"))) {
            words.load(file);
        }
        assertThat(Outcome.values())
                .allSatisfy(outcome -> assertThat(words.getProperty("interaction.outcome." + outcome, ""))
                        .as("%s", outcome)
                        .isNotBlank());
    }

    @Test
    void isKnownByItsNameAlone() {
        assertThat(Outcome.of("DONE")).contains(Outcome.DONE);
        assertThat(Outcome.of("CODE_WRONG")).isEmpty();
        assertThat(Outcome.of("done")).isEmpty();
    }
}
