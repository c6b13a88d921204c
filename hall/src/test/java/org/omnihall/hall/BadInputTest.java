package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of bad input names a test and an answer for each kind, and only tests that exist. */
class BadInputTest {

    private static final Pattern WORD = Pattern.compile("`([A-Z]\\w+Test(?:#\\w+)?)`");
    private static final List<List<String>> ROWS = Repository.read("docs/bad-input.md")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| bad input") && !line.startsWith("| ---"))
            .map(line ->
                    Stream.of(line.substring(2).split("\\|")).map(String::strip).toList())
            .toList();

    @Test
    void namesATestAndAnAnswerForEachKind() {
        assertThat(ROWS).hasSizeGreaterThan(15);
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row).hasSize(3).noneMatch(String::isEmpty);
            assertThat(tests(row)).as(row.getFirst()).isNotEmpty();
        });
    }

    @Test
    void namesOnlyTestsThatExist() {
        assertThat(ROWS.stream().flatMap(row -> tests(row).stream()).filter(name -> !NamedTests.exists(name)))
                .isEmpty();
    }

    private static List<String> tests(List<String> row) {
        return WORD.matcher(row.get(1)).results().map(found -> found.group(1)).toList();
    }
}
