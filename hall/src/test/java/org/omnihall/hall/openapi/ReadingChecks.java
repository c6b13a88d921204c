package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.openapi.Probe.assertProblem;
import static org.omnihall.hall.openapi.Probe.ids;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What TMF630 asks of reading: one row, fields, filters, pages and order. */
final class ReadingChecks {

    private final Probe probe;
    private final Wire wire;
    private final Conformance.Target target;

    ReadingChecks(Probe probe) {
        this.probe = probe;
        this.wire = probe.wire();
        this.target = probe.target();
    }

    void rowsAreWhole() {
        for (ObjectNode row : probe.rows()) {
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

    void unknownIsNotFound() {
        assertProblem(wire.get(target.path() + "/" + Probe.NOWHERE), 404, Probe.NOWHERE);
        assertProblem(wire.get(target.path() + "/no-such-id"), 404, "no-such-id");
    }

    void selectsFields() {
        ObjectNode row = probe.rows().getFirst();
        String href = row.path("href").asString();
        for (String field : List.copyOf(row.propertyNames())) {
            ObjectNode selected = wire.get(href, Map.of("fields", field)).object();
            assertThat(new TreeSet<>(selected.propertyNames())).isEqualTo(new TreeSet<>(List.of("id", "href", field)));
            assertThat(selected.get(field)).isEqualTo(row.get(field));
        }
        assertThat(wire.get(target.path(), Map.of("fields", "none")).rows())
                .allSatisfy(one -> assertThat(one.propertyNames()).containsExactlyInAnyOrder("id", "href"));
    }

    void refusesUndeclared() {
        assertProblem(wire.get(target.path(), Map.of("noSuchThing", "1")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("fields", "noSuchThing")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("sort", "noSuchThing")), 400, "noSuchThing");
        assertProblem(wire.get(target.path(), Map.of("offset", "-1")), 400, "offset");
        assertProblem(wire.get(target.path(), Map.of("limit", "0")), 400, "limit");
        assertProblem(wire.get(target.path() + "/" + Probe.NOWHERE, Map.of("noSuchThing", "1")), 400, "");
    }

    void filters() {
        List<ObjectNode> all = probe.rows();
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

    void pages() {
        List<String> all = ids(probe.rows());
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

    void sorts() {
        List<ObjectNode> all = probe.rows();
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

    void asksWhoCalls() {
        Wire.Answer answer = wire.asNobody(target.path());
        assertProblem(answer, 401, "");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
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
