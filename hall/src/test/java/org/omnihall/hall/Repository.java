package org.omnihall.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository, as the structure tests read them. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MAVEN_MODULE = Pattern.compile("<module>(.+?)</module>");

    private Repository() {}

    static String read(String path) {
        return read(ROOT.resolve(path));
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void write(String path, String text) {
        try {
            Files.writeString(ROOT.resolve(path), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The files below a folder whose names end so, in order; none when there is no such folder. */
    static List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(ROOT.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The folders directly inside a folder, in order. */
    static List<Path> folders(String folder) {
        try (Stream<Path> all = Files.list(ROOT.resolve(folder))) {
            return all.filter(Files::isDirectory).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> mavenModules() {
        return MAVEN_MODULE
                .matcher(read("pom.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** All Java sources of the Maven modules: {@code main} or {@code test}. */
    static List<Source> sources(String ring) {
        return mavenModules().stream()
                .flatMap(module -> files(module + "/src/" + ring + "/java", ".java").stream())
                .map(Source::of)
                .toList();
    }

    /** A Java file taken apart: the code without comments and texts, and the texts between quotes. */
    record Source(String path, String code, List<String> texts) {

        private static final Pattern TOKEN =
                Pattern.compile("//[^\n]*|/\\*[\\s\\S]*?\\*/|\"\"\"(?<block>[\\s\\S]*?)(?<!\\\\)\"\"\""
                        + "|\"(?<line>(?:[^\"\\\\\n]++|\\\\.)*+)\"|'(?:[^'\\\\\n]|\\\\.)+'");

        static Source of(Path file) {
            String all = read(file);
            List<String> texts = TOKEN.matcher(all)
                    .results()
                    .flatMap(token -> Stream.ofNullable(
                            token.group("block") == null ? token.group("line") : token.group("block")))
                    .toList();
            String code = TOKEN.matcher(all).replaceAll(token -> token.group().startsWith("/") ? " " : "\"\"");
            return new Source(ROOT.relativize(file).toString(), code, texts);
        }

        /** Where the code matches, as {@code path: what}. */
        Stream<String> codeMatching(Pattern pattern) {
            return pattern.matcher(code).results().map(found -> path + ": " + found.group());
        }

        /** Where a text between quotes matches, as {@code path: what}. */
        Stream<String> textsMatching(Pattern pattern) {
            return texts.stream()
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(found -> path + ": " + found.group());
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
