package org.omnihall.hall.openapi;

import org.omnihall.tmf.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON on its way in and out, bounded and without loss: a decimal stays as it was written. */
@Component
public class Bodies {

    private static final int DEEPEST = 40;
    private static final int LONGEST_NUMBER = 60;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** @throws Problem {@code INVALID_BODY} saying where it is no JSON */
    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException broken) {
            throw new Problem(
                    Problem.Code.INVALID_BODY,
                    "The body is no JSON that can be read here: line "
                            + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ", " + broken.getOriginalMessage());
        }
    }

    /** @throws Problem {@code INVALID_BODY} where it is no object */
    public ObjectNode object(String text) {
        if (read(text) instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(Problem.Code.INVALID_BODY, "The body is not an object");
    }

    ObjectNode stored(String text) {
        return (ObjectNode) json.readTree(text);
    }

    String write(JsonNode body) {
        return json.writeValueAsString(body);
    }

    /** A JSON object that is not empty, with id and href before it: its own words are not read again. */
    String behind(String id, String href, String object) {
        String first = write(JsonNodeFactory.instance.objectNode().put("id", id).put("href", href));
        return first.substring(0, first.length() - 1) + "," + object.substring(1);
    }

    /** The resource as it is shown: id and href first, its type last. */
    static ObjectNode shown(OpenResource resource, Stored row) {
        ObjectNode shown =
                JsonNodeFactory.instance.objectNode().put("id", row.id()).put("href", resource.href(row.id()));
        shown.setAll(row.body());
        if (!shown.has("@type")) {
            String name = resource.type().name();
            shown.put("@type", Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        return shown;
    }
}
