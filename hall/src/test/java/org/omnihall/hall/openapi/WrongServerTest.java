package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.ResourceType;
import tools.jackson.databind.JsonNode;

/** The proof itself: a right server passes all of it, and a server with one thing wrong fails. */
class WrongServerTest {

    private static final Conformance.Target PAPER = new Conformance.Target(
            "/tmf-api/paper/v4/paper",
            new ResourceType(
                    "paper",
                    Map.of(
                            "name",
                            Kind.TEXT,
                            "pages",
                            Kind.NUMBER,
                            "printedAt",
                            Kind.MOMENT,
                            "relatedParty.id",
                            Kind.TEXT),
                    Set.of("name", "pages", "printedAt", "relatedParty", "note"),
                    Set.of()),
            Set.of("name"),
            Set.of("GET", "POST", "PATCH", "DELETE"),
            Specimen.of(
                    "{\"note\":\"read\"}",
                    "{\"name\":\"b\",\"pages\":3,\"printedAt\":\"2026-11-26T01:00:00Z\",\"relatedParty\":[{\"id\":\"7\"},{\"id\":\"8\"}]}",
                    "{\"name\":\"c\",\"pages\":1,\"printedAt\":\"2026-11-25T01:00:00Z\",\"note\":\"new\"}",
                    "{\"name\":\"a\",\"pages\":2,\"printedAt\":\"2026-11-24T01:00:00Z\",\"relatedParty\":[{\"id\":\"7\"}]}"));

    /** The definition of a paper as an editor of definitions would write it. */
    private static JsonNode published() {
        return Wire.JSON.readTree("""
                {"paths": {"/paper": {
                    "get": {"responses": {"200": {"schema": {"type": "array", "items": {"$ref": "#/definitions/Paper"}}}}},
                    "post": {"responses": {"201": {"schema": {"$ref": "#/definitions/Paper"}}}}},
                 "/paper/{id}": {
                    "get": {"responses": {"200": {"schema": {"$ref": "#/definitions/Paper"}}}},
                    "patch": {"responses": {"200": {"schema": {"$ref": "#/definitions/Paper"}}}}}},
                 "definitions": {
                    "Paper": {"type": "object", "required": ["id", "name"], "properties": {
                        "id": {"type": "string"}, "href": {"type": "string", "format": "uri"}, "@type": {"type": "string"},
                        "name": {"type": "string"}, "note": {"type": "string"}, "pages": {"type": "integer"},
                        "printedAt": {"type": "string", "format": "date-time"}, "ink": {"type": "string", "enum": ["black"]},
                        "relatedParty": {"type": "array", "items": {"$ref": "#/definitions/Party"}}}},
                    "Party": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
                    "Error": {"type": "object", "required": ["code", "reason"], "properties": {
                        "code": {"type": "string"}, "reason": {"type": "string"}, "message": {"type": "string"},
                        "status": {"type": "string"}, "@type": {"type": "string"}}}}}""");
    }

    @ParameterizedTest
    @EnumSource(PaperServer.Fault.class)
    void failsForEachWrongWayAndForNoOther(PaperServer.Fault fault) throws IOException {
        List<String> failed = new ArrayList<>();
        try (PaperServer server = new PaperServer(PAPER, fault)) {
            for (Conformance.Check check : new Conformance(
                            new Wire(server.uri(), PaperServer.TOKEN), PAPER, new Contract(PAPER.path(), published()))
                    .checks()) {
                if (catchThrowable(check.body()::run) != null) {
                    failed.add(check.name());
                }
            }
        }
        if (fault == PaperServer.Fault.NONE) {
            assertThat(failed).isEmpty();
        } else {
            assertThat(failed).isNotEmpty();
        }
    }
}
