package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What newcomers read first: short, and true. */
class ReadmeTest {

    private static final Pattern CALL = Pattern.compile("\\./omnihall ([a-z]+)");
    private static final Pattern OFFER = Pattern.compile("(?m)^ {2}([a-z]+)\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    @ParameterizedTest
    @CsvSource({"README.md, 120", "ARCHITECTURE.md, 200"})
    void staysShort(String document, int lines) {
        assertThat(Repository.read(document).lines()).hasSizeLessThanOrEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"})
    void namesOnlyCommandsOfTheLauncher(String document) throws IOException {
        Set<String> offered = firstGroups(OFFER, help()).collect(Collectors.toSet());
        assertThat(firstGroups(CALL, Repository.read(document))).isSubsetOf(offered);
    }

    @Test
    void offersInHelpWhatTheLauncherUnderstands() throws IOException {
        String launcher = Repository.read("omnihall");
        Set<String> understood = firstGroups(Pattern.compile("(?m)^ {2}([a-z -|]+)\\) "), launcher)
                .flatMap(names -> Stream.of(names.split("\\s*\\|\\s*")))
                .collect(Collectors.toSet());
        assertThat(firstGroups(OFFER, help())).isNotEmpty().isSubsetOf(understood);
    }

    @Test
    void linksToFilesThatExist() {
        List<Path> documents = Stream.concat(
                        Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                .map(Repository.ROOT::resolve),
                        Repository.files("docs", ".md").stream())
                .toList();
        assertThat(documents.stream().flatMap(ReadmeTest::brokenLinks)).isEmpty();
    }

    private static Stream<String> brokenLinks(Path document) {
        return firstGroups(LINK, Repository.read(document))
                .filter(link -> !link.startsWith("http") && !Files.exists(document.resolveSibling(link)))
                .map(link -> document.getFileName() + " -> " + link);
    }

    private static Stream<String> firstGroups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String help() throws IOException {
        Process process = new ProcessBuilder(Repository.ROOT.resolve("omnihall").toString(), "help").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
