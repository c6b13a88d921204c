package org.omnihall.tmf;

import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Equality as RFC 6902 section 4.6 means it: numbers by value, objects without order. */
final class JsonEquality {

    private JsonEquality() {}

    static boolean equal(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.properties().stream().allMatch(property -> {
                        JsonNode same = other.get(property.getKey());
                        return same != null && equal(property.getValue(), same);
                    });
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> equal(one.get(i), other.get(i)));
        }
        return one.equals(other);
    }
}
