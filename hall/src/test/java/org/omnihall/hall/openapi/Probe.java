package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One resource of one server, asked from outside. */
record Probe(Wire wire, Conformance.Target target) {

    static final String NOWHERE = "4611686018427387904";

    List<ObjectNode> rows() {
        Wire.Answer answer = wire.get(target.path());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.rows();
    }

    static void assertProblem(Wire.Answer answer, int status, String named) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        ObjectNode problem = answer.object();
        assertThat(problem.path("status").asString()).isEqualTo(Integer.toString(status));
        assertThat(problem.path("code").asString("")).isNotEmpty();
        assertThat(problem.path("reason").asString("")).isNotEmpty();
        assertThat(problem.path("message").asString("")).contains(named);
        assertThat(problem.path("@type").asString("")).isEqualTo("Error");
    }

    static List<String> ids(List<ObjectNode> rows) {
        return rows.stream().map(row -> row.path("id").asString()).toList();
    }
}
