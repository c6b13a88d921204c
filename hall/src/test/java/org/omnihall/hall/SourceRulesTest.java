package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Repository.Source;

/** House rules that the words of the sources show: names, time, errors, tests. */
class SourceRulesTest {

    private static final List<Source> MAIN = Repository.sources("main");
    private static final List<Source> TEST = Repository.sources("test");

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "\\b(?:class|record|interface|enum)\\s+\\w+(?:Impl|Utils?|Helper|Manager|Dto|DTO|Vo|VO)\\b");
    private static final Pattern OWN_CLOCK = Pattern.compile(
            "\\b(?:Instant|Local(?:Date|Time|DateTime)|(?:Zoned|Offset)DateTime|Year|YearMonth)(?:\\.now\\(\\)|\\.now\\(Zone|::now\\b)"
                    + "|\\bcurrentTimeMillis\\b|\\bnew Date\\(\\)");
    private static final Pattern SYSTEM_CLOCK = Pattern.compile("\\bClock\\.(?:system|tick)\\w*");
    private static final Pattern WIDE_CATCH =
            Pattern.compile("\\bcatch\\s*\\([^)]*\\b(?:Exception|Throwable|RuntimeException|Error)\\b[^)]*\\)");
    private static final Pattern SLEEP =
            Pattern.compile("\\bThread\\.sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b|@Disabled\\b");

    /** Edges behind which foreign code runs: a bug there is logged or counted, and must not end the loop. */
    private static final Map<String, String> WIDE_EDGES = Map.ofEntries(
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/node/admin/Commands.java",
                    "a command's bug must not end the administrator's socket"),
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/database/GroupWriter.java",
                    "the bug of one group must not end a writer"),
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/access/session/Taking.java",
                    "the bug that one record meets must not hold up those behind it"),
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/access/roaming/forward/ForwardQueue.java",
                    "the bug that one record meets must not hold up those behind it"),
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/access/roaming/forward/Forwarding.java",
                    "what is thrown on a thread of the network must end the trip, for nobody hears it"),
            Map.entry(
                    "hall/src/main/java/org/omnihall/hall/access/roaming/forward/Line.java",
                    "a network that throws is a server that cannot be reached"),
            Map.entry(
                    "protocols/radius/src/main/java/org/omnihall/radius/transport/RadiusServer.java",
                    "a handler's bug must not end the receiving thread"),
            Map.entry(
                    "protocols/radius/src/main/java/org/omnihall/radius/tls/RadSecServer.java",
                    "a bug of who holds papers or knows peers must not cost a place for ever"),
            Map.entry(
                    "protocols/radius/src/main/java/org/omnihall/radius/tls/RadSecClient.java",
                    "a bug of who holds papers or listens must not be the last attempt to connect"),
            Map.entry(
                    "protocols/radius/src/main/java/org/omnihall/radius/tls/Served.java",
                    "a handler's bug must not end the connection of all who ask over it"),
            Map.entry(
                    "protocols/portal/src/main/java/org/omnihall/portal/server/Loop.java",
                    "a listener's bug must not end the receiving thread"),
            Map.entry(
                    "protocols/portal/src/main/java/org/omnihall/portal/server/PortalServer.java",
                    "a listener's bug must not end the receiving thread"));

    @Test
    void namesThingsAfterWhatTheyAre() {
        assertThat(Stream.of(MAIN, TEST).flatMap(List::stream).flatMap(source -> source.codeMatching(EMPTY_NAME)))
                .isEmpty();
    }

    @Test
    void takesTimeFromTheClockThatIsHandedIn() {
        assertThat(MAIN.stream().flatMap(source -> source.codeMatching(OWN_CLOCK)))
                .isEmpty();
        assertThat(MAIN.stream()
                        .filter(source -> !source.path().startsWith("bench/"))
                        .flatMap(source -> source.codeMatching(SYSTEM_CLOCK)))
                .as("the two programs")
                .containsExactly(
                        "analytics/src/main/java/org/omnihall/analytics/Analytics.java: Clock.systemUTC",
                        "hall/src/main/java/org/omnihall/hall/Omnihall.java: Clock.systemUTC");
    }

    @Test
    void namesTheExceptionsItCatchesExceptAtNamedEdges() {
        Map<String, List<String>> wide = Stream.of(MAIN, TEST)
                .flatMap(List::stream)
                .filter(source -> source.codeMatching(WIDE_CATCH).findAny().isPresent())
                .collect(Collectors.toMap(
                        Source::path, source -> source.codeMatching(WIDE_CATCH).toList()));
        assertThat(wide).containsOnlyKeys(WIDE_EDGES.keySet());
        assertThat(wide.values().stream().flatMap(List::stream))
                .allMatch(caught -> caught.contains("RuntimeException"));
    }

    @Test
    void waitsInTestsForFactsAndRunsThemAll() {
        assertThat(TEST.stream().flatMap(source -> source.codeMatching(SLEEP))).isEmpty();
    }

    /** A file beside the two roots is never compiled, and a test there never runs. */
    @Test
    void keepsEverySourceWhereTheCompilerLooks() {
        assertThat(Repository.mavenModules().stream()
                        .flatMap(module -> Repository.files(module + "/src", ".java").stream())
                        .map(file -> Repository.ROOT.relativize(file).toString()))
                .allMatch(path -> path.matches(".*/src/(?:main|test)/java/org/omnihall/.*"));
    }

    @Test
    void saysOfEveryPackageWhatItIsFor() {
        Pattern described = Pattern.compile("(?s)^/\\*\\* .+?[.].*?\\*/\\s+(?:@.*)?@NullMarked\\s.*");
        assertThat(MAIN.stream()
                        .map(source -> Path.of(source.path())
                                .resolveSibling("package-info.java")
                                .toString())
                        .distinct())
                .allSatisfy(path -> assertThat(
                                Files.exists(Repository.ROOT.resolve(path)) ? Repository.read(path) : "nothing")
                        .as(path)
                        .matches(described));
    }
}
