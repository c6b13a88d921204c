package org.omnihall.tmf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands under a path such as {@code relatedParty.id}; through an array it means all of its elements. */
final class Leaves {

    private Leaves() {}

    static Stream<JsonNode> under(JsonNode resource, String path) {
        return under(resource, Arrays.asList(path.split("\\.")));
    }

    private static Stream<JsonNode> under(JsonNode node, List<String> steps) {
        if (node.isArray()) {
            return node.values().stream().flatMap(element -> under(element, steps));
        }
        if (steps.isEmpty()) {
            return Stream.of(node);
        }
        JsonNode next = node.get(steps.getFirst());
        return next == null ? Stream.empty() : under(next, steps.subList(1, steps.size()));
    }
}
