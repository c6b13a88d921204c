package org.omnihall.hall.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a module's test gives to the proof of one of its resources.
 *
 * @param samples at least three bodies to be created; where nothing can be created, none: then at least three rows must be there already
 * @param patch a merge patch that changes a sample, where the resource can be changed
 */
public record Specimen(List<ObjectNode> samples, Optional<ObjectNode> patch) {

    /** The specimens of a module, by the paths of their resources. What they refer to is made first. */
    public interface Source {
        Map<String, Specimen> of(ApplicationContext hall);
    }

    public static Specimen of(String patch, String... samples) {
        return new Specimen(
                List.of(samples).stream().map(Specimen::object).toList(),
                Optional.of(patch).filter(text -> !text.isEmpty()).map(Specimen::object));
    }

    public static Specimen readOnly() {
        return new Specimen(List.of(), Optional.empty());
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) Wire.JSON.readTree(text);
    }
}
