package org.omnihall.tmf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A declared resource, documents of it, and cases from files. */
final class Samples {

    private static final JsonMapper JSON = new JsonMapper();

    static final ResourceType PRODUCT = new ResourceType(
            "product",
            filters(),
            Set.of("name", "status", "isBundle", "startDate", "productPrice", "relatedParty", "quantity"),
            Set.of("startDate"));

    private Samples() {}

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    /** Lines of three columns; what begins with # is a remark. */
    static Stream<List<String>> vectors(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/vectors/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line ->
                            Stream.of(line.split("\\|", -1)).map(String::strip).toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Some JSON value, not very deep, with few names, so that two of them often meet. */
    static JsonNode any(RandomGenerator random, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt(4));
            case 3 -> nodes.numberNode(random.nextInt(8) / 2.0);
            case 4 -> nodes.stringNode(List.of("", "a", "/", "~", "中").get(random.nextInt(5)));
            case 5 -> {
                ArrayNode array = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(any(random, depth - 1));
                }
                yield array;
            }
            default -> anyObject(random, depth);
        };
    }

    static ObjectNode anyObject(RandomGenerator random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(List.of("a", "b", "c", "~/").get(random.nextInt(4)), any(random, depth - 1));
        }
        return object;
    }

    private static Map<String, Kind> filters() {
        Map<String, Kind> filters = new LinkedHashMap<>();
        filters.put("id", Kind.TEXT);
        filters.put("name", Kind.TEXT);
        filters.put("status", Kind.TEXT);
        filters.put("isBundle", Kind.BOOLEAN);
        filters.put("startDate", Kind.MOMENT);
        filters.put("quantity", Kind.NUMBER);
        filters.put("productPrice.value", Kind.NUMBER);
        filters.put("relatedParty.id", Kind.TEXT);
        return filters;
    }
}
