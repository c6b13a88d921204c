package org.omnihall.hall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same, and templates ask only for what they say. */
class WordsTest {

    private static final Pattern ASKED = Pattern.compile("\\.get\\(\"([a-z][\\w.-]*)\"(?=[,)])");
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:?!]|[,;?!]\\p{IsHan}");
    private static final Pattern FAULT =
            Pattern.compile("\\.fault\\(\\s*\"[a-zA-Z]+\",\\s*\"([a-z][\\w.-]*[\\w])\"\\s*[,)]");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    private final Languages languages = languages();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese().keySet()).isEqualTo(english().keySet());
    }

    @Test
    void bothLanguagesLeaveTheSameHoles() {
        assertThat(chinese().keySet())
                .allSatisfy(key -> assertThat(holes(chinese().getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(holes(english().getOrDefault(key, ""))));
    }

    @Test
    void chineseTextHasChinesePunctuation() {
        assertThat(chinese()).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(HALF_WIDTH));
    }

    @Test
    void everyKeyThatATemplateAsksForExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher asked = ASKED.matcher(Files.readString(template));
                while (asked.find()) {
                    if (!chinese().containsKey(asked.group(1))) {
                        missing.add(template + ": " + asked.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFaultOfAnImportedLineHasAWord() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                FAULT.matcher(Files.readString(source)).results().forEach(fault -> named.add(fault.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(5);
        assertThat(chinese().keySet()).containsAll(named);
    }

    @Test
    void everyRightAndGroupHasAName() {
        for (Words words : List.of(languages.in(Locale.CHINA), languages.in(Locale.ENGLISH))) {
            for (Right right : Right.values()) {
                assertThat(words.of("shell.right", right)).isNotBlank();
            }
            for (NavigationEntry.Group group : NavigationEntry.Group.values()) {
                assertThat(words.of("shell.group", group)).isNotBlank();
            }
        }
    }

    @Test
    void fillsHolesWithNumbersInGroups() {
        assertThat(new Words(Locale.ENGLISH, Map.of("a", "{0} of {1}")).get("a", 1_234_567, "x"))
                .isEqualTo("1,234,567 of x");
    }

    @Test
    void speaksChineseToWhoAsksForNoneOfOurs() {
        assertThat(languages.in(Locale.FRENCH).locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(languages.in(Locale.UK).locale()).isEqualTo(Locale.ENGLISH);
    }

    private Map<String, String> chinese() {
        return languages.in(Locale.CHINA).texts();
    }

    private Map<String, String> english() {
        return languages.in(Locale.ENGLISH).texts();
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher hole = HOLE.matcher(text);
        while (hole.find()) {
            holes.add(hole.group());
        }
        return holes;
    }

    private static Languages languages() {
        try {
            return new Languages();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
