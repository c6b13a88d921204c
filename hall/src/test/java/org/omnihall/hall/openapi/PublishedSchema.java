package org.omnihall.hall.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of one published definition (Swagger 2) as they are found in it, asked about a value. It throws at a word of the definition
 * that it does not know, so that nothing is passed over.
 */
final class PublishedSchema {

    private static final String REF = "#/definitions/";
    private static final Set<String> KNOWN = Set.of(
            "type",
            "format",
            "required",
            "properties",
            "items",
            "enum",
            "minItems",
            "pattern",
            "$ref",
            "description",
            "title",
            "default",
            "example");

    private final JsonNode definitions;

    /** @param definitions what stands under {@code definitions} */
    PublishedSchema(JsonNode definitions) {
        this.definitions = definitions;
    }

    /**
     * What is wrong with a value, each with its place; nothing where it is right.
     *
     * @param whole whether the value shows all of itself; else only some fields of a resource were asked for
     */
    List<String> faults(JsonNode schema, JsonNode value, boolean whole) {
        List<String> faults = new ArrayList<>();
        look(schema, value, "", whole, faults);
        return faults;
    }

    private void look(JsonNode named, JsonNode value, String at, boolean whole, List<String> faults) {
        JsonNode schema = resolved(named);
        for (String word : schema.propertyNames()) {
            // some definitions lay properties beside their wrapper; such a word is an object, never a rule
            if (!KNOWN.contains(word) && !schema.get(word).isObject()) {
                throw new IllegalArgumentException("the definition says what nobody here understands: " + word);
            }
        }
        if (!isOfType(schema.path("type").asString(""), value)) {
            faults.add(at + " is no " + schema.path("type").asString() + ": " + value);
            return;
        }
        text(schema, value, at, faults);
        if (value.isArray()) {
            if (value.size() < schema.path("minItems").asInt(0)) {
                faults.add(at + " has fewer than " + schema.path("minItems"));
            }
            for (int i = 0; i < value.size(); i++) {
                look(schema.path("items"), value.get(i), at + "[" + i + "]", whole, faults);
            }
        }
        if (value.isObject() && schema.path("properties").isObject()) {
            members(schema, value, at, whole, faults);
        }
    }

    private void members(JsonNode schema, JsonNode value, String at, boolean whole, List<String> faults) {
        if (whole) {
            schema.path("required").values().stream()
                    .map(JsonNode::asString)
                    .filter(name -> !value.has(name))
                    .forEach(name -> faults.add(at + "." + name + " is missing"));
        }
        value.properties().forEach(member -> {
            JsonNode known = schema.path("properties").path(member.getKey());
            String place = at + "." + member.getKey();
            if (known.isMissingNode() && member.getKey().startsWith("@")) {
                return; // TMF630 lets every resource tell its type
            }
            if (known.isMissingNode()) {
                faults.add(place + " is not in the definition");
            } else {
                look(known, member.getValue(), place, true, faults);
            }
        });
    }

    private JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        String ref = schema.path("$ref").asString();
        JsonNode found = definitions.path(ref.startsWith(REF) ? ref.substring(REF.length()) : ref);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("the definition points nowhere: " + ref);
        }
        return resolved(found);
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "" -> true;
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            default -> throw new IllegalArgumentException("no type of Swagger 2: " + type);
        };
    }

    private static void text(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("enum") && !schema.path("enum").values().contains(value)) {
            faults.add(at + " is none of " + schema.path("enum") + ": " + value);
        }
        if (!value.isString()) {
            return;
        }
        String text = value.asString();
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asString())
                        .matcher(text)
                        .find()) {
            faults.add(at + " does not look like " + schema.path("pattern") + ": " + text);
        }
        String format = schema.path("format").asString("");
        boolean fits = switch (format) {
            case "", "base64", "float" -> true;
            case "date-time" -> isMoment(text);
            case "uri" -> isUri(text);
            default -> throw new IllegalArgumentException("no format of Swagger 2: " + format);
        };
        if (!fits) {
            faults.add(at + " is no " + format + ": " + text);
        }
    }

    private static boolean isMoment(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException other) {
            return false;
        }
    }
}
