package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decisions and words: each in its form, and of today's code. */
class DocumentsTest {

    private static final Pattern TYPE = Pattern.compile("`(\\w+)(?:\\.\\w+)?`");
    private static final List<Path> DECISIONS = Repository.files("docs/adr", ".md");

    @Test
    void numbersDecisionsWithoutAGap() {
        assertThat(DECISIONS.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, DECISIONS.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @Test
    void tellsEachDecisionOnOneScreen() {
        assertThat(DECISIONS).allSatisfy(file -> {
            String text = Repository.read(file);
            assertThat(text.lines()).hasSizeLessThanOrEqualTo(30);
            assertThat(text).startsWith("# " + file.getFileName().toString().substring(0, 4) + " ");
            assertThat(text)
                    .containsSubsequence(
                            "\n**Context**\n", "\n**Decision**\n", "\n**Rejected**\n", "\n**Consequences**\n");
        });
    }

    @Test
    void givesWordsToTypesThatExist() {
        Set<String> types = Repository.sources("main").stream()
                .map(source -> source.name().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(TYPE.matcher(Repository.read("docs/glossary.md"))
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .isNotEmpty()
                .isSubsetOf(types);
    }
}
