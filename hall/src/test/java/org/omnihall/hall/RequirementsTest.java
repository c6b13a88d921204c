package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/requirements.md claims has a test in this repository; what it cannot claim stands in its other list. */
class RequirementsTest {

    private static final String PAGE = Repository.read("docs/requirements.md");
    private static final List<Row> CLAIMED = rows("Done");
    private static final List<Row> OPEN = rows("Not yet");
    private static final int MODULE_CELL = 2;
    private static final int TESTS_CELL = 3;
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    @Test
    void provesEveryClaimByATestThatExists() {
        assertThat(CLAIMED).isNotEmpty();
        assertThat(CLAIMED.stream()
                        .filter(row -> row.words(TESTS_CELL).isEmpty())
                        .map(Row::id))
                .isEmpty();
        assertThat(CLAIMED.stream()
                        .flatMap(row -> row.words(TESTS_CELL).stream()
                                .filter(name -> !NamedTests.exists(name))
                                .map(name -> row.id() + " names " + name)))
                .isEmpty();
    }

    @Test
    void namesModulesThatExist() {
        assertThat(CLAIMED.stream()
                        .filter(row -> row.words(MODULE_CELL).isEmpty())
                        .map(Row::id))
                .isEmpty();
        assertThat(CLAIMED.stream()
                        .flatMap(row -> row.words(MODULE_CELL).stream()
                                .filter(name -> !isModule(name))
                                .map(name -> row.id() + " names " + name)))
                .isEmpty();
    }

    @Test
    void losesNoRequirement() {
        Stream<String> rules = IntStream.rangeClosed(1, 27).mapToObj(rule -> "rule " + rule);
        Stream<String> ids = Stream.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A10", "A11", "A13");
        assertThat(Stream.of(CLAIMED, OPEN).flatMap(List::stream).map(Row::id))
                .containsAll(Stream.concat(ids, rules).toList());
        assertThat(CLAIMED.stream().map(Row::id)).doesNotHaveDuplicates();
        assertThat(OPEN.stream().map(Row::id)).doesNotHaveDuplicates();
    }

    private static boolean isModule(String name) {
        String folder = name.replace('.', '/');
        return Stream.of("", "hall/src/main/java/org/omnihall/hall/", "protocols/")
                .anyMatch(root -> Files.isDirectory(Repository.ROOT.resolve(root + folder)));
    }

    private static List<Row> rows(String title) {
        String section = PAGE.split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| id ") && !line.startsWith("| ---"))
                .map(line -> new Row(Stream.of(line.substring(2).split("\\|"))
                        .map(String::strip)
                        .toList()))
                .toList();
    }

    private record Row(List<String> cells) {

        String id() {
            return cells.getFirst();
        }

        List<String> words(int cell) {
            return WORD.matcher(cells.get(cell))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }
}
