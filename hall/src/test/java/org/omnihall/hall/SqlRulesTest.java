package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Repository.Source;

/** House rules that the SQL shows, in the sources and in the migrations: whose tables, whose clock. */
class SqlRulesTest {

    private static final String SOURCES = "hall/src/main/java/org/omnihall/hall";
    private static final String MIGRATIONS = "hall/src/main/resources/db/migration";
    private static final Set<String> MODULES = names(Repository.folders(SOURCES));

    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|using|only|truncate|references|on|of|table|index|view|sequence|exists)\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern SCHEMA = Pattern.compile("(?i)\\bcreate schema (?:if not exists )?([a-z_0-9]+)");
    private static final Pattern TIME = Pattern.compile(
            "(?i)\\bnow\\s*\\(\\s*\\)|\\b(?:current|local)_?(?:timestamp|date|time)\\b|\\b(?:clock|statement|transaction)_timestamp\\b");

    @Test
    void readsAndWritesTheModulesOwnSchemaOnly() {
        assertThat(statements().flatMap(sql -> sql.naming(TABLE, MODULES::contains)))
                .isEmpty();
    }

    @Test
    void createsTheModulesOwnSchemaOnly() {
        assertThat(names(Repository.folders(MIGRATIONS))).isSubsetOf(MODULES);
        assertThat(statements().flatMap(sql -> sql.naming(SCHEMA, schema -> true)))
                .isEmpty();
    }

    @Test
    void asksPostgresqlForNoTime() {
        assertThat(statements().flatMap(sql -> sql.matching(TIME).map(found -> sql.where + ": " + found.group())))
                .isEmpty();
    }

    private static Stream<Statements> statements() {
        Stream<Statements> inSources = Repository.files(SOURCES, ".java").stream()
                .filter(file -> !module(SOURCES, file).endsWith(".java"))
                .map(file -> new Statements(
                        module(SOURCES, file), file, Source.of(file).texts()));
        Stream<Statements> inMigrations = Repository.files(MIGRATIONS, ".sql").stream()
                .map(file -> new Statements(
                        module(MIGRATIONS, file),
                        file,
                        List.of(Repository.read(file).replaceAll("--[^\n]*", ""))));
        return Stream.concat(inSources, inMigrations);
    }

    private static String module(String root, Path file) {
        return Repository.ROOT.resolve(root).relativize(file).getName(0).toString();
    }

    private static Set<String> names(List<Path> folders) {
        return folders.stream().map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
    }

    /** The texts of one file that may be SQL, and the module they belong to. */
    private record Statements(String module, Path where, List<String> texts) {

        Stream<MatchResult> matching(Pattern pattern) {
            return texts.stream().flatMap(text -> pattern.matcher(text).results());
        }

        /** Where another module's schema is named. */
        Stream<String> naming(Pattern pattern, Predicate<String> isSchema) {
            return matching(pattern)
                    .filter(found ->
                            isSchema.test(found.group(1)) && !found.group(1).equals(module))
                    .map(found -> where.getFileName() + " of " + module + ": " + found.group());
        }
    }
}
