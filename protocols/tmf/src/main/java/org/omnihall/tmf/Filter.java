package org.omnihall.tmf;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Which resources are meant: all of the groups must hold, and of each group any clause.
 *
 * @param groups none means every resource
 */
public record Filter(List<List<Clause>> groups) {

    public static final Filter EVERYTHING = new Filter(List.of());

    public Filter {
        groups = groups.stream().map(List::copyOf).toList();
    }

    public boolean matches(JsonNode resource) {
        return groups.stream().allMatch(any -> any.stream().anyMatch(clause -> clause.matches(resource)));
    }
}
