package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.openapi.Probe.assertProblem;
import static org.omnihall.hall.openapi.Probe.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What TMF630 asks of creating, changing and taking away. */
final class WritingChecks {

    private final Probe probe;
    private final Wire wire;
    private final Conformance.Target target;
    private final List<ObjectNode> created = new ArrayList<>();

    WritingChecks(Probe probe) {
        this.probe = probe;
        this.wire = probe.wire();
        this.target = probe.target();
    }

    void creates() {
        for (ObjectNode sample : target.specimen().samples()) {
            Wire.Answer answer = wire.post(target.path(), sample);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            ObjectNode made = answer.object();
            assertThat(answer.header("Location")).isEqualTo(made.path("href").asString());
            assertContains(made, sample);
            assertThat(wire.get(made.path("href").asString()).json()).isEqualTo(made);
            created.add(made);
        }
        assertThat(probe.rows()).as("rows to look at").hasSizeGreaterThanOrEqualTo(3);
    }

    void refusesToCreate() {
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

    void createsOnce() {
        if (!target.offers("POST")) {
            return;
        }
        ObjectNode sample = target.specimen().samples().getLast();
        List<String> before = ids(probe.rows());
        String[] key = {"Idempotency-Key", "once-" + target.path()};
        Wire.Answer first = wire.post(target.path(), sample, key);
        Wire.Answer second = wire.post(target.path(), sample, key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(probe.rows()).hasSize(before.size() + 1);
        assertProblem(wire.post(target.path(), target.specimen().samples().getFirst(), key), 422, "");
        created.add(first.object());
    }

    void patches() {
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

    void refusesPatches() {
        if (!target.offers("PATCH")) {
            return;
        }
        String href = created.getFirst().path("href").asString();
        JsonNode before = wire.get(href).json();
        assertProblem(wire.patch(href, Wire.JSON.readTree("{\"id\":\"another\"}")), 400, "id");
        assertProblem(wire.patch(href, Wire.JSON.readTree("{\"noSuchThing\":1}")), 400, "noSuchThing");
        assertProblem(wire.send("PATCH", href, "text/plain", "{}"), 415, "");
        assertProblem(wire.patch(target.path() + "/" + Probe.NOWHERE, Wire.JSON.readTree("{}")), 404, Probe.NOWHERE);
        String test = "[{\"op\":\"test\",\"path\":\"/id\",\"value\":\"another\"}]";
        assertThat(wire.send("PATCH", href, "application/json-patch+json", test).status())
                .isBetween(400, 409);
        assertThat(wire.get(href).json()).isEqualTo(before);
    }

    void deletes() {
        if (!target.offers("DELETE")) {
            return;
        }
        String href = created.removeLast().path("href").asString();
        assertThat(wire.delete(href).status()).isEqualTo(204);
        assertProblem(wire.get(href), 404, "");
        assertProblem(wire.delete(href), 404, "");
    }

    void namesItsMethods() {
        Wire.Answer collection = wire.send("PUT", target.path(), "application/json", "{}");
        assertProblem(collection, 405, "PUT");
        assertThat(collection.header("Allow")).contains("GET").doesNotContain("PUT");
        assertThat(collection.header("Allow").contains("POST")).isEqualTo(target.offers("POST"));
        String href = probe.rows().getFirst().path("href").asString();
        Stream.of("PATCH", "DELETE").filter(method -> !target.offers(method)).forEach(method -> {
            Wire.Answer one = wire.send(method, href, "application/json", "{}");
            assertProblem(one, 405, method);
            assertThat(one.header("Allow")).contains("GET").doesNotContain(method);
        });
    }

    /** What was sent stands there as it was sent; null takes an attribute away. */
    private static void assertContains(ObjectNode made, ObjectNode sent) {
        sent.properties()
                .forEach(property -> assertThat(made.path(property.getKey()))
                        .as(property.getKey())
                        .isEqualTo(property.getValue().isNull() ? made.missingNode() : property.getValue()));
    }
}
