package org.omnihall.hall.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A client of a TM Forum server, as its programmer would write it. */
final class Wire {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String token;
    private final Watch watch;

    /** Is shown every answer. */
    interface Watch {
        void look(String method, String target, Answer answer);
    }

    /** @param server such as {@code http://127.0.0.1:8080} */
    Wire(URI server, String token) {
        this(server, token, (method, target, answer) -> {});
    }

    private Wire(URI server, String token, Watch watch) {
        this.server = server;
        this.token = token;
        this.watch = watch;
    }

    /** The same client with somebody who looks on. */
    Wire watchedBy(Watch by) {
        return new Wire(server, token, by);
    }

    /** One answer, its body read already. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        ObjectNode object() {
            return (ObjectNode) json();
        }

        List<ObjectNode> rows() {
            return json().values().stream().map(ObjectNode.class::cast).toList();
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .findFirst()
                    .map(header -> header.getValue().getFirst())
                    .orElse("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, Map<String, String> query) {
        return get(path
                + query.entrySet().stream()
                        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&", "?", "")));
    }

    Answer send(String method, String path, String mediaType, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", mediaType);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer post(String path, JsonNode body, String... headers) {
        return send("POST", path, "application/json", body.toString(), headers);
    }

    Answer patch(String path, JsonNode body, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", body.toString(), headers);
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer asNobody(String path) {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.headers().map(), response.body());
            watch.look(
                    request.method(),
                    request.uri().toString().substring(server.toString().length()),
                    answer);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
