package org.omnihall.hall.ordering;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small maps on their way into and out of {@code jsonb} columns. */
final class JsonMaps {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> SUMS = new TypeReference<>() {};

    private JsonMaps() {}

    static String of(Map<String, ?> map) {
        return JSON.writeValueAsString(map);
    }

    static Map<String, String> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    static Map<String, Long> sums(String json) {
        return JSON.readValue(json, SUMS);
    }
}
