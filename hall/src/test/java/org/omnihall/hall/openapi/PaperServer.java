package org.omnihall.hall.openapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.omnihall.hall.openapi.PaperHttp.Reply;
import org.omnihall.tmf.EntityTag;
import org.omnihall.tmf.Page;
import org.omnihall.tmf.Patch;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.Query;
import org.omnihall.tmf.ResourceType;
import org.omnihall.tmf.Selection;
import org.omnihall.tmf.Shape;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A small server of one resource in memory, which can be told to do one thing wrong: it shows that the proof would see it. */
final class PaperServer implements AutoCloseable {

    static final String TOKEN = "paper";

    /** What it does wrong. */
    enum Fault {
        NONE,
        IGNORES_FILTERS,
        IGNORES_FIELDS,
        ALTERS_STORED_VALUES,
        NO_404,
        NO_HREF,
        WRONG_STATUS,
        IGNORES_SORT,
        IGNORES_OFFSET,
        IGNORES_IF_MATCH,
        PATCH_REPLACES,
        KEEPS_WHAT_WAS_DELETED,
        CREATES_TWICE,
        LETS_ANYBODY_IN,
        BREAKS_ITS_DEFINITION
    }

    private record Row(long version, ObjectNode body) {}

    private record Made(String request, ObjectNode body) {}

    private final String path;
    private final ResourceType type;
    private final Set<String> mandatory;
    private final Fault fault;
    private final HttpServer server;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Made> keys = new LinkedHashMap<>();

    PaperServer(Conformance.Target target, Fault fault) throws IOException {
        this.path = target.path();
        this.type = target.type();
        this.mandatory = target.mandatory();
        this.fault = fault;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            reply = reply(exchange);
        } catch (Problem problem) {
            reply = new Reply(problem.code().status(), headers(problem, exchange), Optional.of(problem.toBody()));
        }
        reply.send(exchange);
    }

    private Map<String, String> headers(Problem problem, HttpExchange exchange) {
        return switch (problem.code()) {
            case METHOD -> Map.of("Allow", isCollection(exchange) ? "GET, POST" : "GET, PATCH, DELETE");
            case UNKNOWN_CALLER -> Map.of("WWW-Authenticate", "Bearer");
            default -> Map.of();
        };
    }

    private boolean isCollection(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().equals(path);
    }

    private Reply reply(HttpExchange exchange) {
        if (fault != Fault.LETS_ANYBODY_IN
                && !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw new Problem(Problem.Code.UNKNOWN_CALLER, "nobody");
        }
        String method = exchange.getRequestMethod();
        if (isCollection(exchange)) {
            return switch (method) {
                case "GET" -> list(exchange);
                case "POST" -> create(exchange);
                default -> throw new Problem(Problem.Code.METHOD, method);
            };
        }
        String id = exchange.getRequestURI().getPath().substring(path.length() + 1);
        return switch (method) {
            case "GET" -> one(exchange, id);
            case "PATCH" -> patch(exchange, id);
            case "DELETE" -> delete(id);
            default -> throw new Problem(Problem.Code.METHOD, method);
        };
    }

    private Reply list(HttpExchange exchange) {
        Query query = Query.of(type, PaperHttp.parameters(exchange));
        List<ObjectNode> found = new ArrayList<>(rows.values().stream()
                .map(row -> shown(row.body()))
                .filter(row -> fault == Fault.IGNORES_FILTERS || query.filter().matches(row))
                .toList());
        if (fault != Fault.IGNORES_SORT) {
            query.sort().reversed().forEach(order -> {
                Comparator<ObjectNode> by = Comparator.comparing(row -> {
                    JsonNode leaf = row;
                    for (String step : order.path().split("\\.", -1)) {
                        leaf = leaf.path(step);
                    }
                    return leaf.asString("");
                });
                found.sort(order.descending() ? by.reversed() : by);
            });
        }
        int from = fault == Fault.IGNORES_OFFSET ? 0 : Math.min(query.window().offset(), found.size());
        List<ObjectNode> page =
                found.subList(from, Math.min(from + query.window().limit(), found.size()));
        Page head = Page.of(query.window(), found.size(), page.size(), path);
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        page.forEach(row -> body.add(selected(row, query)));
        return new Reply(head.status(), head.headers(), Optional.of(body));
    }

    private Reply one(HttpExchange exchange, String id) {
        Query query = Query.of(type, PaperHttp.parameters(exchange));
        if (!query.filter().groups().isEmpty()) {
            throw new Problem(Problem.Code.INVALID_QUERY, "one resource takes no filter");
        }
        if (fault == Fault.NO_404 && !rows.containsKey(id)) {
            return new Reply(200, Map.of(), Optional.of(JsonNodeFactory.instance.objectNode()));
        }
        Row row = row(id);
        return new Reply(
                200,
                Map.of("ETag", new EntityTag(row.version()).header()),
                Optional.of(selected(shown(row.body()), query)));
    }

    private ObjectNode selected(ObjectNode row, Query query) {
        return Selection.of(row, fault == Fault.IGNORES_FIELDS ? Optional.empty() : query.fields());
    }

    private Reply create(HttpExchange exchange) {
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new Problem(Problem.Code.MEDIA_TYPE, "application/json only");
        }
        String text = PaperHttp.text(exchange);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null && keys.containsKey(key) && fault != Fault.CREATES_TWICE) {
            return again(keys.get(key), text);
        }
        ObjectNode posted = object(text);
        Shape.requireNew(type, posted, mandatory);
        String id = Long.toString(ids.incrementAndGet());
        ObjectNode body = posted.deepCopy().put("id", id).put("href", path + "/" + id);
        if (!body.has("@type")) {
            body.put("@type", "Paper");
        }
        if (fault == Fault.ALTERS_STORED_VALUES) {
            body.put("name", body.path("name").asString().toUpperCase(Locale.ROOT));
        }
        rows.put(id, new Row(1, body));
        if (key != null) {
            keys.put(key, new Made(text, body));
        }
        int status = fault == Fault.WRONG_STATUS ? 200 : 201;
        return new Reply(status, Map.of("Location", path + "/" + id), Optional.of(shown(body)));
    }

    private Reply again(Made made, String text) {
        if (!made.request().equals(text)) {
            throw new Problem(Problem.Code.KEY_USED, "another request");
        }
        return new Reply(
                201,
                Map.of("Location", made.body().path("href").asString(), "Idempotency-Replayed", "true"),
                Optional.of(shown(made.body())));
    }

    private Reply patch(HttpExchange exchange, String id) {
        Row row = row(id);
        String tag = exchange.getRequestHeaders().getFirst("If-Match");
        if (tag != null && fault != Fault.IGNORES_IF_MATCH) {
            new EntityTag(row.version()).require(tag);
        }
        JsonNode patch = Wire.JSON.readTree(PaperHttp.text(exchange));
        ObjectNode after =
                Patch.apply(type, row.body(), exchange.getRequestHeaders().getFirst("Content-Type"), patch);
        Shape.requireKinds(type, after);
        if (fault == Fault.PATCH_REPLACES) {
            after = ((ObjectNode) patch)
                    .deepCopy()
                    .put("id", id)
                    .put("href", path + "/" + id)
                    .put("@type", "Paper");
        }
        Row changed = new Row(row.version() + 1, after);
        rows.put(id, changed);
        return new Reply(200, Map.of("ETag", new EntityTag(changed.version()).header()), Optional.of(shown(after)));
    }

    private Reply delete(String id) {
        row(id);
        if (fault != Fault.KEEPS_WHAT_WAS_DELETED) {
            rows.remove(id);
        }
        return new Reply(204, Map.of(), Optional.empty());
    }

    private ObjectNode shown(ObjectNode body) {
        ObjectNode shown = body.deepCopy();
        if (fault == Fault.NO_HREF) {
            shown.remove("href");
        }
        if (fault == Fault.BREAKS_ITS_DEFINITION) {
            shown.put("ink", "green");
        }
        return shown;
    }

    private Row row(String id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow(() -> new Problem(Problem.Code.NOT_FOUND, "no " + id));
    }

    private static ObjectNode object(String text) {
        try {
            if (Wire.JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            throw new Problem(Problem.Code.INVALID_BODY, "broken at line 1");
        }
        throw new Problem(Problem.Code.INVALID_BODY, "not an object");
    }
}
