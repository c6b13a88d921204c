package org.omnihall.tmf;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a body that was sent can be a resource of its type, before the business looks at it. */
public final class Shape {

    private static final int LONGEST_ECHO = 60;

    private Shape() {}

    /**
     * Looks at a resource that is to be created.
     *
     * @param mandatory the first-level attributes without which it cannot be
     * @throws Problem {@code INVALID_BODY}, naming the attribute that is missing, not declared, or of the wrong kind
     */
    public static void requireNew(ResourceType type, ObjectNode posted, Set<String> mandatory) {
        for (String name : posted.propertyNames()) {
            if (ResourceType.ALWAYS.contains(name)) {
                throw Problem.body(name + " is given by the server");
            }
            if (!type.attributes().contains(name)) {
                throw Problem.body(type.name() + " has no attribute '" + cut(name) + "'");
            }
        }
        mandatory.stream()
                .sorted()
                .filter(name -> isMissing(posted, name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.body(name + " is missing");
                });
        requireKinds(type, posted);
    }

    /**
     * Looks at what filters compare: each leaf must be of the kind that was declared.
     *
     * @throws Problem {@code INVALID_BODY}, naming the attribute
     */
    public static void requireKinds(ResourceType type, ObjectNode resource) {
        requireNoNul(resource);
        type.filters()
                .forEach((path, kind) -> Leaves.under(resource, path)
                        .filter(leaf -> !leaf.isNull() && kind.of(leaf).isEmpty())
                        .findFirst()
                        .ifPresent(leaf -> {
                            throw Problem.body(path + " is not a " + kind.name().toLowerCase(Locale.ROOT) + ": "
                                    + cut(leaf.toString()));
                        }));
    }

    private static void requireNoNul(JsonNode node) {
        boolean nul = texts(node).anyMatch(text -> text.indexOf('\0') >= 0);
        if (nul) {
            throw Problem.body("a text holds the character NUL");
        }
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isString()) {
            return Stream.of(node.asString());
        }
        Stream<String> names = node.isObject() ? node.propertyNames().stream() : Stream.empty();
        return Stream.concat(names, node.values().stream().flatMap(Shape::texts));
    }

    private static boolean isMissing(ObjectNode posted, String name) {
        JsonNode value = posted.get(name);
        return value == null
                || value.isNull()
                || (value.isString() && value.asString().isBlank());
    }

    private static String cut(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "..." : text;
    }
}
