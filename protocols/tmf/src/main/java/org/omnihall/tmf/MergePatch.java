package org.omnihall.tmf;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code application/merge-patch+json} (RFC 7396): what is null goes, objects are merged, all else is replaced. */
final class MergePatch {

    private MergePatch() {}

    /** The target after the patch; neither is changed. */
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.get(change.getKey());
                result.set(
                        change.getKey(),
                        apply(before == null ? JsonNodeFactory.instance.nullNode() : before, change.getValue()));
            }
        });
        return result;
    }
}
