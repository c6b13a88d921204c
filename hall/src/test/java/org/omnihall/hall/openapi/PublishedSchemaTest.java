package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the proof of contracts finds wrong with a value, and what it lets pass. */
class PublishedSchemaTest {

    private static final JsonNode DEFINITIONS = Wire.JSON.readTree("""
            {"Tea": {"type": "object", "required": ["name"], "properties": {
                "name": {"type": "string"}, "grams": {"type": "integer"}, "price": {"type": "number", "format": "float"},
                "fresh": {"type": "boolean"}, "picked": {"type": "string", "format": "date-time"},
                "page": {"type": "string", "format": "uri"}, "colour": {"type": "string", "enum": ["green", "red"]},
                "code": {"type": "string", "pattern": "^T"}, "part": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/Part"}},
                "any": {"$ref": "#/definitions/Any"}}},
             "Part": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
             "Any": {}}""");
    private static final JsonNode TEA = Wire.JSON.readTree("{\"$ref\": \"#/definitions/Tea\"}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "grams|1|1.5",
                "price|1.5|'x'",
                "fresh|true|'true'",
                "picked|'2026-11-26T01:00:00.5Z'|'2026-11-26T01:00:00'",
                "picked|'2026-11-26T09:00:00+08:00'|'2026-11-26'",
                "page|'/tmf-api/x'|'not a page'",
                "colour|'red'|'blue'",
                "code|'T1'|'1T'",
                "name|'x'|7",
                "name|'x'|null",
                "part|[{'id': '1'}]|[]",
                "part|[{'id': '1'}]|[{}]",
                "part|[{'id': '1', '@type': 'Leaf'}]|[{'id': 1}]",
                "part|[{'id': '1'}]|{'id': '1'}",
                "any|{'what': ['ever']}|",
            })
    void tellsARightValueFromAWrongOne(String name, String right, String wrong) {
        assertThat(faults(name, right)).isEmpty();
        if (wrong != null) {
            assertThat(faults(name, wrong)).isNotEmpty();
        }
    }

    @Test
    void missesWhatIsRequiredUnlessFieldsWereChosen() {
        JsonNode nameless = Wire.JSON.readTree("{\"grams\": 1}");
        PublishedSchema schema = new PublishedSchema(DEFINITIONS);
        assertThat(schema.faults(TEA, nameless, true)).containsExactly(".name is missing");
        assertThat(schema.faults(TEA, nameless, false)).isEmpty();
    }

    @Test
    void findsWhatIsNotDefinedButForTheWordsOfTypes() {
        JsonNode more = Wire.JSON.readTree("{\"name\": \"x\", \"@type\": \"Tea\", \"taste\": \"good\"}");
        assertThat(new PublishedSchema(DEFINITIONS).faults(TEA, more, true))
                .containsExactly(".taste is not in the definition");
    }

    @Test
    void stopsAtADefinitionItDoesNotUnderstand() {
        JsonNode strange = Wire.JSON.readTree("{\"type\": \"string\", \"maxLength\": 3}");
        PublishedSchema schema = new PublishedSchema(DEFINITIONS);
        assertThatThrownBy(() -> schema.faults(strange, Wire.JSON.readTree("\"abcd\""), true))
                .hasMessageContaining("maxLength");
        JsonNode nowhere = Wire.JSON.readTree("{\"$ref\": \"#/definitions/Coffee\"}");
        assertThatThrownBy(() -> schema.faults(nowhere, Wire.JSON.readTree("{}"), true))
                .hasMessageContaining("Coffee");
    }

    private static List<String> faults(String name, String value) {
        String named = name.equals("name") ? "" : "\"name\": \"x\", ";
        String text = "{" + named + "\"" + name + "\": " + value.replace('\'', '"') + "}";
        return new PublishedSchema(DEFINITIONS).faults(TEA, Wire.JSON.readTree(text), true);
    }
}
