package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.Query;
import org.omnihall.tmf.ResourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What TMF630 asks of any resource, asked of one resource of one server from outside. */
final class Conformance {

    private static final String NOWHERE = "4611686018427387904";

    private final Wire wire;
    private final Target target;
    private final List<ObjectNode> created = new ArrayList<>();

    /** What is proved: which resource, what it offers and with what it is tried. */
    record Target(String path, ResourceType type, Set<String> mandatory, Set<String> methods, Specimen specimen) {

        boolean offers(String method) {
            return methods.contains(method);
        }
    }

    /** One thing that is asked. */
    record Check(String name, Runnable body) {}

    Conformance(Wire wire, Target target) {
        this.wire = wire;
        this.target = target;
    }

    /** The checks, to be run in this order: the first ones make the rows that later ones look for. */
    List<Check> checks() {
        return List.of(
                new Check("creates and keeps what was sent", this::creates),
                new Check("refuses what cannot be created", this::refusesToCreate),
                new Check("creates once for one idempotency key", this::createsOnce),
                new Check("gives every row id, href and type", this::rowsAreWhole),
                new Check("says of an unknown id that it is not there", this::unknownIsNotFound),
                new Check("shows the fields that were asked for", this::selectsFields),
                new Check("refuses by name what it does not declare", this::refusesUndeclared),
                new Check("filters by everything it declares", this::filters),
                new Check("pages without loss and without repetition", this::pages),
                new Check("sorts by everything it declares", this::sorts),
                new Check("changes what a patch says and nothing else", this::patches),
                new Check("refuses a patch that does not fit", this::refusesPatches),
                new Check("takes a row away", this::deletes),
                new Check("says which methods it offers", this::namesItsMethods),
                new Check("asks who is calling", this::asksWhoCalls));
    }

    private void creates() {
        for (ObjectNode sample : target.specimen().samples()) {
            Wire.Answer answer = wire.post(target.path(), sample);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ObjectNode made = answer.object();
            assertThat(answer.header("Location")).isEqualTo(made.path("href").asString());
            assertContains(made, sample);
            assertThat(wire.get(made.path("href").asString()).json()).isEqualTo(made);
            created.add(made);
        }
        assertThat(rows()).as("rows to look at").hasSizeGreaterThanOrEqualTo(3);
    }

    private void refusesToCreate() {
        if (!target.offers("POST")) {
            return;
        }
        ObjectNode sample = target.specimen().samples().getFirst();
        for (String needed : target.mandatory()) {
            ObjectNode without = sample.deepCopy();
            without.remove(needed);
            assertProblem(wire.post(target.path(), without), 400, needed);
        }
        assertProblem(wire.post(target.path(), sample.deepCopy().put("noSuchThing", 1)), 400, "noSuchThing");
        assertProblem(wire.post(target.path(), sample.deepCopy().put("id", "1")), 400, "id");
        assertProblem(wire.send("POST", target.path(), "application/json", "{\"a\":"), 400, "line 1");
        assertProblem(wire.send("POST", target.path(), "application/json", "[1]"), 400, "object");
        assertProblem(wire.send("POST", target.path(), "application/json", "{\"@type\":\"\\u0000\"}"), 400, "");
        assertProblem(wire.send("POST", target.path(), "text/plain", sample.toString()), 415, "application/json");
    }

    private void createsOnce() {
        if (!target.offers("POST")) {
            return;
        }
        ObjectNode sample = target.specimen().samples().getLast();
        List<String> before = ids(rows());
        String[] key = {"Idempotency-Key", "once-" + target.path()};
        Wire.Answer first = wire.post(target.path(), sample, key);
        Wire.Answer second = wire.post(target.path(), sample, key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(rows()).hasSize(before.size() + 1);
        assertProblem(wire.post(target.path(), target.specimen().samples().getFirst(), key), 422, "");
        created.add(first.object());
    }

    private void rowsAreWhole() {
        for (ObjectNode row : rows()) {
            String href = row.path("href").asString("");
            assertThat(href)
                    .endsWith("/" + target.type().name() + "/" + row.path("id").asString());
            assertThat(row.path("@type").asString("")).isNotEmpty();
            Wire.Answer one = wire.get(href);
            assertThat(one.status()).isEqualTo(200);
            assertThat(one.json()).isEqualTo(row);
            assertThat(one.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        }
    }

    private void unknownIsNotFound() {
        assertProblem(wire.get(target.path() + "/" + NOWHERE), 404, NOWHERE);
        assertProblem(wire.get(target.path() + "/no-such-id"), 404, "no-such-id");
    }

    private void selectsFields() {
        ObjectNode row = rows().getFirst();
        String href = row.path("href").asString();
        for (String field : List.copyOf(row.propertyNames())) {
            ObjectNode selected = wire.get(href, Map.of("fields", field)).object();
            assertThat(new TreeSet<>(selected.propertyNames())).isEqualTo(new TreeSet<>(List.of("id", "href", field)));
            assertThat(selected.get(field)).isEqualTo(row.get(field));
        }
        assertThat(wire.get(target.path(), Map.of("fields", "none")).rows())
                .allSatisfy(one -> assertThat(one.propertyNames()).containsExactlyInAnyOrder("id", "href"));
    }

    private void refusesUndeclared() {
        assertProblem(wire.get(target.path(), Map.of("noSuchThing", "1")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("fields", "noSuchThing")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("sort", "noSuchThing")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("offset", "-1")), 400, "offset");
        assertProblem(wire.get(target.path(), Map.of("limit", "0")), 400, "limit");
        assertProblem(wire.get(target.path() + "/" + NOWHERE, Map.of("noSuchThing", "1")), 400, "");
    }

    private void filters() {
        List<ObjectNode> all = rows();
        target.type().filters().forEach((path, kind) -> {
            Set<String> values = new LinkedHashSet<>();
            all.forEach(row -> leaves(row, path).forEach(leaf -> values.add(leaf.asString())));
            values.stream().limit(4).forEach(value -> {
                assertFound(all, Map.of(path, value));
                assertFound(all, Map.of(path + ".gt", value));
                assertFound(all, Map.of(path + ".lte", value));
            });
            if (kind == Kind.TEXT) {
                assertFound(all, Map.of(path, "nobody has this"));
            } else {
                assertProblem(wire.get(target.path(), Map.of(path, "neither")), 400, path);
            }
        });
    }

    private void assertFound(List<ObjectNode> all, Map<String, String> condition) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        condition.forEach((name, value) -> parameters.put(name, List.of(value)));
        if (condition.values().stream().anyMatch(value -> value.contains(",") || value.contains(";"))) {
            return; // these signs join values and conditions
        }
        Query query = Query.of(target.type(), parameters);
        List<String> expected = ids(all.stream().filter(query.filter()::matches).toList());
        Wire.Answer answer = wire.get(target.path(), condition);
        assertThat(answer.status()).as(condition + " " + answer.body()).isEqualTo(200);
        assertThat(ids(answer.rows())).as(condition.toString()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(answer.header("X-Total-Count")).isEqualTo(Integer.toString(expected.size()));
    }

    private void pages() {
        List<String> all = ids(rows());
        List<String> walked = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 2) {
            Wire.Answer page = wire.get(target.path(), Map.of("offset", Integer.toString(offset), "limit", "2"));
            assertThat(page.status()).isEqualTo(all.size() > 2 ? 206 : 200);
            assertThat(page.header("X-Total-Count")).isEqualTo(Integer.toString(all.size()));
            assertThat(page.header("X-Result-Count"))
                    .isEqualTo(Integer.toString(page.rows().size()));
            assertThat(page.header("Link")).contains("rel=\"self\"", "rel=\"first\"", "rel=\"last\"");
            walked.addAll(ids(page.rows()));
        }
        assertThat(walked).isEqualTo(all);
        assertThat(wire.get(target.path()).status()).isEqualTo(200);
        assertProblem(wire.get(target.path(), Map.of("offset", Integer.toString(all.size()))), 416, "");
    }

    private void sorts() {
        List<ObjectNode> all = rows();
        for (String path : target.type().filters().keySet()) {
            if (path.equals("id")
                    || all.stream().anyMatch(row -> leaves(row, path).size() != 1)) {
                continue; // an id is sorted as the key it is; without one value a row has no place of its own
            }
            for (String sign : List.of("", "-")) {
                List<ObjectNode> sorted =
                        wire.get(target.path(), Map.of("sort", sign + path)).rows();
                assertThat(ids(sorted)).containsExactlyInAnyOrderElementsOf(ids(all));
                for (int i = 1; i < sorted.size(); i++) {
                    ObjectNode one = sorted.get(i - 1);
                    ObjectNode next = sorted.get(i);
                    String value = leaves(next, path).getFirst().asString();
                    String operator = sign.isEmpty() ? ".lte" : ".gte";
                    if (!value.contains(",") && !value.contains(";")) {
                        assertThat(Query.of(target.type(), Map.of(path + operator, List.of(value)))
                                        .filter()
                                        .matches(one))
                                .as("%s before %s by %s%s", one, next, sign, path)
                                .isTrue();
                    }
                }
            }
        }
    }

    private void patches() {
        if (!target.offers("PATCH")) {
            return;
        }
        String href = created.getFirst().path("href").asString();
        ObjectNode before = wire.get(href).object();
        String tag = wire.get(href).header("ETag");
        ObjectNode patch = target.specimen().patch().orElseThrow();
        Wire.Answer answer = wire.patch(href, patch, "If-Match", tag);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertContains(answer.object(), patch);
        assertThat(answer.header("ETag")).isNotEmpty().isNotEqualTo(tag);
        ObjectNode after = wire.get(href).object();
        assertThat(after).isEqualTo(answer.json());
        Set<String> touched = new TreeSet<>(patch.propertyNames());
        before.properties().stream()
                .filter(property -> !touched.contains(property.getKey())
                        && !property.getKey().equals("lastUpdate"))
                .forEach(property -> assertThat(after.get(property.getKey()))
                        .as(property.getKey())
                        .isEqualTo(property.getValue()));
        assertProblem(wire.patch(href, patch, "If-Match", tag), 412, "");
    }

    private void refusesPatches() {
        if (!target.offers("PATCH")) {
            return;
        }
        String href = created.getFirst().path("href").asString();
        JsonNode before = wire.get(href).json();
        assertProblem(wire.patch(href, Wire.JSON.readTree("{\"id\":\"another\"}")), 400, "id");
        assertProblem(wire.patch(href, Wire.JSON.readTree("{\"noSuchThing\":1}")), 400, "noSuchThing");
        assertProblem(wire.send("PATCH", href, "text/plain", "{}"), 415, "");
        assertProblem(wire.patch(target.path() + "/" + NOWHERE, Wire.JSON.readTree("{}")), 404, NOWHERE);
        String test = "[{\"op\":\"test\",\"path\":\"/id\",\"value\":\"another\"}]";
        assertThat(wire.send("PATCH", href, "application/json-patch+json", test).status())
                .isBetween(400, 409);
        assertThat(wire.get(href).json()).isEqualTo(before);
    }

    private void deletes() {
        if (!target.offers("DELETE")) {
            return;
        }
        String href = created.removeLast().path("href").asString();
        assertThat(wire.delete(href).status()).isEqualTo(204);
        assertProblem(wire.get(href), 404, "");
        assertProblem(wire.delete(href), 404, "");
    }

    private void namesItsMethods() {
        Wire.Answer collection = wire.send("PUT", target.path(), "application/json", "{}");
        assertProblem(collection, 405, "PUT");
        assertThat(collection.header("Allow")).contains("GET").doesNotContain("PUT");
        assertThat(collection.header("Allow").contains("POST")).isEqualTo(target.offers("POST"));
        String href = rows().getFirst().path("href").asString();
        Stream.of("PATCH", "DELETE").filter(method -> !target.offers(method)).forEach(method -> {
            Wire.Answer one = wire.send(method, href, "application/json", "{}");
            assertProblem(one, 405, method);
            assertThat(one.header("Allow")).contains("GET").doesNotContain(method);
        });
    }

    private void asksWhoCalls() {
        Wire.Answer answer = wire.asNobody(target.path());
        assertProblem(answer, 401, "");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private List<ObjectNode> rows() {
        Wire.Answer answer = wire.get(target.path());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.rows();
    }

    private static void assertProblem(Wire.Answer answer, int status, String named) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        ObjectNode problem = answer.object();
        assertThat(problem.path("status").asString()).isEqualTo(Integer.toString(status));
        assertThat(problem.path("code").asString("")).isNotEmpty();
        assertThat(problem.path("reason").asString("")).isNotEmpty();
        assertThat(problem.path("message").asString("")).contains(named);
        assertThat(problem.path("@type").asString("")).isEqualTo("Error");
    }

    /** What was sent stands there as it was sent; null takes an attribute away. */
    private static void assertContains(ObjectNode made, ObjectNode sent) {
        sent.properties()
                .forEach(property -> assertThat(made.path(property.getKey()))
                        .as(property.getKey())
                        .isEqualTo(property.getValue().isNull() ? made.missingNode() : property.getValue()));
    }

    private static List<String> ids(List<ObjectNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }

    /** What stands under a path, found as a reader of the definition would. */
    private static List<JsonNode> leaves(JsonNode node, String path) {
        List<JsonNode> found = List.of(node);
        for (String step : path.split("\\.", -1)) {
            found = found.stream()
                    .flatMap(one -> one.isArray() ? one.values().stream() : Stream.of(one))
                    .map(one -> Optional.ofNullable(one.get(step)))
                    .flatMap(Optional::stream)
                    .toList();
        }
        return found.stream()
                .flatMap(one -> one.isArray() ? one.values().stream() : Stream.of(one))
                .filter(one -> one.isValueNode() && !one.isNull())
                .filter(Objects::nonNull)
                .toList();
    }
}
