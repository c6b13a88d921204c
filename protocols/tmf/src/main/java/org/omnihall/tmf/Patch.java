package org.omnihall.tmf;

import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A change to part of a resource. */
public final class Patch {

    private Patch() {}

    /**
     * The resource after the change; what was given stays as it was.
     *
     * @param mediaType {@code application/merge-patch+json}, {@code application/json-patch+json}, or {@code application/json}, which v4
     *     takes for a merge; parameters such as the charset are ignored
     * @throws Problem where the patch cannot be understood, does not fit, or changes what is fixed or not declared
     */
    public static ObjectNode apply(ResourceType type, ObjectNode resource, String mediaType, JsonNode body) {
        JsonNode result = switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "application/json", "application/merge-patch+json" -> merge(resource, body);
            case "application/json-patch+json" -> JsonPatch.apply(resource, body);
            default ->
                throw new Problem(
                        Problem.Code.MEDIA_TYPE,
                        "A patch is application/merge-patch+json or application/json-patch+json");
        };
        if (!(result instanceof ObjectNode object)) {
            throw Problem.body("after the patch the resource is not an object");
        }
        requireAllowed(type, resource, object);
        return object;
    }

    private static JsonNode merge(ObjectNode resource, JsonNode body) {
        if (!body.isObject()) {
            throw Problem.body("a merge patch is an object");
        }
        return MergePatch.apply(resource, body);
    }

    private static void requireAllowed(ResourceType type, ObjectNode before, ObjectNode after) {
        after.propertyNames().forEach(name -> {
            if (!type.attributes().contains(name)) {
                throw Problem.body(type.name() + " has no attribute '" + name + "'");
            }
        });
        for (String name : type.fixed()) {
            if (!JsonEquality.equal(valueOf(before, name), valueOf(after, name))) {
                throw Problem.body(name + " cannot be changed");
            }
        }
    }

    private static JsonNode valueOf(ObjectNode resource, String name) {
        JsonNode value = resource.get(name);
        return value == null ? JsonNodeFactory.instance.missingNode() : value;
    }
}
