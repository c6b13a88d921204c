package org.omnihall.tmf;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The attributes of a resource that were asked for. */
public final class Selection {

    private Selection() {}

    /** The resource with the named first-level attributes, its id and its href; without names the resource itself. */
    public static ObjectNode of(ObjectNode resource, Optional<Set<String>> fields) {
        if (fields.isEmpty()) {
            return resource;
        }
        ObjectNode selected = JsonNodeFactory.instance.objectNode();
        resource.properties().forEach(property -> {
            if (ResourceType.ALWAYS.contains(property.getKey()) || fields.get().contains(property.getKey())) {
                selected.set(property.getKey(), property.getValue());
            }
        });
        return selected;
    }
}
