package org.omnihall.hall.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.tmf.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** Answers as every interface gives them. */
public final class Answers {

    private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

    private Answers() {}

    /** An answer with a body. */
    public static ServerResponse json(int status, Map<String, String> headers, JsonNode body) {
        return text(status, headers, body.toString());
    }

    static ServerResponse text(int status, Map<String, String> headers, String body) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(status).contentType(JSON);
        headers.forEach(answer::header);
        return answer.body(body);
    }

    /** 204, done and nothing to show. */
    public static ServerResponse done() {
        return ServerResponse.noContent().build();
    }

    static ServerResponse notModified(Map<String, String> headers) {
        ServerResponse.BodyBuilder answer = ServerResponse.status(304);
        headers.forEach(answer::header);
        return answer.build();
    }

    public static ServerResponse problem(Problem problem) {
        Map<String, String> headers =
                problem.code() == Problem.Code.UNKNOWN_CALLER ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
        return json(problem.code().status(), headers, problem.toBody());
    }

    /** 405, with the methods that are taken here. */
    public static ServerResponse notOffered(List<String> methods, String method) {
        Problem problem = new Problem(Problem.Code.METHOD, method + " is not offered here");
        return json(problem.code().status(), Map.of("Allow", String.join(", ", methods)), problem.toBody());
    }

    static Problem notFound(String what, Optional<String> id) {
        return new Problem(
                Problem.Code.NOT_FOUND, id.map(known -> what + " " + known).orElse(what) + " is not here");
    }
}
