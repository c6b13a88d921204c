package org.omnihall.tmf;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One attribute compared with one or more values, of which any may hold.
 *
 * @param path such as {@code relatedParty.id}; through an array it means any of its elements
 * @param values as they were written, each of the attribute's kind
 */
public record Clause(String path, Kind kind, Operator operator, List<String> values) {

    public Clause {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a clause needs a value: " + path);
        }
    }

    /** Whether the resource has a value under the path that compares as asked. */
    public boolean matches(JsonNode resource) {
        return Leaves.under(resource, path).anyMatch(this::holds);
    }

    private boolean holds(JsonNode leaf) {
        return kind.of(leaf)
                .filter(found -> values.stream()
                        .flatMap(value -> kind.parse(value).stream())
                        .anyMatch(asked -> operator.accepts(Kind.compare(found, asked))))
                .isPresent();
    }
}
