package org.omnihall.hall;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tests of the repository by the names under which documents call them. */
final class NamedTests {

    /** Simple names of all test classes and their sources. */
    private static final Map<String, List<Repository.Source>> CLASSES = Repository.sources("test").stream()
            .filter(source -> source.name().endsWith("Test.java"))
            .collect(Collectors.groupingBy(source -> source.name().replace(".java", "")));

    private NamedTests() {}

    /** Whether there is a test class of this name, or one of its tests as {@code ClassTest#method}. */
    static boolean exists(String name) {
        String[] parts = name.split("#", 2);
        Pattern test = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest|FuzzTest)\\b"
                + (parts.length == 1 ? "" : "[^;]*? " + parts[1] + "\\("));
        return CLASSES.getOrDefault(parts[0], List.of()).stream()
                .anyMatch(source -> test.matcher(source.code()).find());
    }
}
