package org.omnihall.tmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PatchTest {

    private static final String MERGE = "application/merge-patch+json";
    private static final String PATCH = "application/json-patch+json";
    private static final ObjectNode CAFE = Samples.object("""
            {"id": "7", "href": "/product/7", "@type": "Product", "name": "café", "quantity": 3, "startDate": "2026-11-02T08:00:00Z"}
            """);

    static Stream<List<String>> mergeVectors() {
        return Samples.vectors("merge-patch.txt");
    }

    static Stream<List<String>> patchVectors() {
        return Samples.vectors("json-patch.txt");
    }

    @ParameterizedTest
    @MethodSource("mergeVectors")
    void mergesAsRfc7396Says(List<String> vector) {
        assertThat(MergePatch.apply(Samples.json(vector.get(0)), Samples.json(vector.get(1))))
                .isEqualTo(Samples.json(vector.get(2)));
    }

    @ParameterizedTest
    @MethodSource("patchVectors")
    void patchesAsRfc6902Says(List<String> vector) {
        JsonNode target = Samples.json(vector.get(0));
        String expected = vector.get(2);
        if (expected.matches("[A-Z_]+")) {
            assertThatThrownBy(() -> JsonPatch.apply(target, Samples.json(vector.get(1))))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code().name()).isEqualTo(expected));
        } else {
            assertThat(JsonPatch.apply(target, Samples.json(vector.get(1)))).isEqualTo(Samples.json(expected));
        }
        assertThat(target).as("untouched").isEqualTo(Samples.json(vector.get(0)));
    }

    @Test
    void takesPlainJsonForAMerge() {
        for (String mediaType : List.of("application/json", "application/json;charset=utf-8", MERGE)) {
            assertThat(apply(mediaType, "{\"name\": \"Café Li\", \"quantity\": null}"))
                    .isEqualTo(Samples.object("""
                            {"id": "7", "href": "/product/7", "@type": "Product", "name": "Café Li", "startDate": "2026-11-02T08:00:00Z"}
                            """));
        }
        assertThatThrownBy(() -> apply("text/plain", "{}"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().status()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "href", "@type", "startDate"})
    void changesNothingThatIsFixed(String name) {
        assertThatThrownBy(() -> apply(MERGE, "{\"" + name + "\": \"other\"}")).hasMessage(name + " cannot be changed");
        assertThatThrownBy(() -> apply(PATCH, "[{\"op\": \"remove\", \"path\": \"/" + name + "\"}]"))
                .hasMessage(name + " cannot be changed");
        assertThat(apply(MERGE, "{\"" + name + "\": " + CAFE.get(name) + "}"))
                .as("the same again is no change")
                .isEqualTo(CAFE);
    }

    @Test
    void namesAnAttributeThatTheResourceDoesNotHave() {
        assertThatThrownBy(() -> apply(MERGE, "{\"prize\": 1}")).hasMessage("product has no attribute 'prize'");
        assertThatThrownBy(() -> apply(MERGE, "[]")).hasMessage("a merge patch is an object");
        assertThatThrownBy(() -> apply(PATCH, "[{\"op\": \"replace\", \"path\": \"\", \"value\": 1}]"))
                .hasMessage("after the patch the resource is not an object");
    }

    @Test
    void takesTwoHundredOperationsButNoMore() {
        String one = "{\"op\": \"add\", \"path\": \"/quantity\", \"value\": 1}";
        assertThat(apply(PATCH, "[" + (one + ",").repeat(199) + one + "]")
                        .get("quantity")
                        .intValue())
                .isEqualTo(1);
        assertThatThrownBy(() -> apply(PATCH, "[" + (one + ",").repeat(200) + one + "]"))
                .hasMessage("a JSON patch has at most 200 operations");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void changesNothingWhenTheSameMergeComesAgain(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            JsonNode target = Samples.any(random, 3);
            JsonNode patch = Samples.any(random, 3);
            JsonNode once = MergePatch.apply(target, patch);
            assertThat(MergePatch.apply(once, patch))
                    .as("%s by %s", target, patch)
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void undoesWhatItAddedAndRefusesTheRest(long seed) {
        RandomGenerator random = new Random(seed);
        int carriedOut = 0;
        for (int i = 0; i < 3_000; i++) {
            JsonNode target = Samples.any(random, 3);
            ObjectNode operation = operation(random);
            try {
                JsonNode result = JsonPatch.apply(target, array(operation));
                carriedOut++;
                assertHolds(operation, target, result);
            } catch (Problem problem) {
                assertThat(problem.code()).isIn(Problem.Code.INVALID_BODY, Problem.Code.CONFLICT);
            }
        }
        assertThat(carriedOut).as("cases that say something").isGreaterThan(300);
    }

    private static void assertHolds(ObjectNode operation, JsonNode target, JsonNode result) {
        ObjectNode check = JsonNodeFactory.instance.objectNode().put("op", "test");
        check.set("path", operation.get("path"));
        switch (operation.get("op").stringValue()) {
            case "replace" -> {
                check.set("value", operation.get("value"));
                assertThat(JsonPatch.apply(result, array(check))).isEqualTo(result);
            }
            case "test" -> assertThat(result).isEqualTo(target);
            case "remove" -> assertThat(result).isNotEqualTo(target);
            default -> assertThat(result).isNotNull();
        }
    }

    private static ObjectNode operation(RandomGenerator random) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put(
                "op",
                List.of("add", "remove", "replace", "move", "copy", "test", "what")
                        .get(random.nextInt(7)));
        operation.put("path", pointer(random));
        operation.put("from", pointer(random));
        operation.set("value", Samples.any(random, 2));
        return operation;
    }

    private static String pointer(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(List.of("/a", "/b", "/c", "/~0~1", "/0", "/1", "/-", "/", "x", "/~")
                    .get(random.nextInt(10)));
        }
        return text.toString();
    }

    private static ArrayNode array(ObjectNode operation) {
        return JsonNodeFactory.instance.arrayNode().add(operation);
    }

    private static ObjectNode apply(String mediaType, String body) {
        return Patch.apply(Samples.PRODUCT, CAFE, mediaType, Samples.json(body));
    }
}
