package org.omnihall.hall.openapi.hub;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.openapi.Answers;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.Bodies;
import org.omnihall.hall.openapi.Exchange;
import org.omnihall.hall.openapi.Registry;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.EventQuery;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.WebhookSignature;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hub of each interface (TMF630 part 4): subscribe, look, unsubscribe. A client sees its own subscriptions only. */
@Component
public class HubFace {

    private static final String HUB = "/hub";
    private static final List<String> HUB_ATTRIBUTES = List.of("callback", "query", "@type");

    private final Registry registry;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Callbacks callbacks;
    private final Bodies bodies;

    HubFace(Registry registry, Subscriptions subscriptions, Outbox outbox, Callbacks callbacks, Bodies bodies) {
        this.registry = registry;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.callbacks = callbacks;
        this.bodies = bodies;
    }

    /** The answer, or nothing where the path is no hub's. */
    public Optional<ServerResponse> answer(Exchange exchange) {
        String path = exchange.path();
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        if (path.endsWith(HUB)) {
            return registry.api(parent).map(api -> hub(api, exchange));
        }
        String last = path.substring(slash + 1);
        return parent.endsWith(HUB)
                ? registry.api(parent.substring(0, parent.length() - HUB.length()))
                        .map(api -> one(api, last, exchange))
                : Optional.empty();
    }

    private ServerResponse hub(Api api, Exchange exchange) {
        exchange.client().require(Right.INTERFACE_SEE);
        return switch (exchange.method()) {
            case "GET", "HEAD" -> list(api, exchange);
            case "POST" -> subscribe(api, exchange);
            case String other -> Answers.notOffered(List.of("GET", "POST"), other);
        };
    }

    private ServerResponse one(Api api, String text, Exchange exchange) {
        exchange.client().require(Right.INTERFACE_SEE);
        long id = Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> gone(text));
        return switch (exchange.method()) {
            case "GET", "HEAD" ->
                Answers.json(
                        200,
                        Map.of(),
                        shown(subscriptions.find(api, id, exchange.client()).orElseThrow(() -> gone(text))));
            case "DELETE" -> unsubscribe(api, id, exchange);
            case String other -> Answers.notOffered(List.of("GET", "DELETE"), other);
        };
    }

    private ServerResponse list(Api api, Exchange exchange) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        subscriptions.of(api, exchange.client()).forEach(one -> all.add(shown(one)));
        return Answers.json(200, Map.of(), all);
    }

    private ServerResponse subscribe(Api api, Exchange exchange) {
        exchange.requireJson();
        registry.rightsToSee(api).forEach(exchange.client()::require);
        ObjectNode posted = bodies.object(exchange.body());
        posted.propertyNames().stream()
                .filter(name -> !HUB_ATTRIBUTES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(Problem.Code.INVALID_BODY, "hub has no attribute '" + name + "'");
                });
        URI callback = callbacks.parse(posted.path("callback").asString(""));
        String query = posted.path("query").asString("");
        EventQuery.of(registry.typesAt(api.path()), query);
        Subscriptions.Made made = subscriptions.add(api, exchange.client(), callback, query);
        outbox.forget();
        ObjectNode shown = subscriptions
                .find(api, made.id(), exchange.client())
                .map(HubFace::shown)
                .orElseThrow(() -> gone(Long.toString(made.id())))
                .put("secret", WebhookSignature.shown(made.secret().toBytes()));
        return Answers.json(201, Map.of("Location", api.path() + HUB + "/" + made.id()), shown);
    }

    private ServerResponse unsubscribe(Api api, long id, Exchange exchange) {
        if (!subscriptions.remove(api, id, exchange.client())) {
            throw gone(Long.toString(id));
        }
        outbox.forget();
        return Answers.done();
    }

    private static ObjectNode shown(Subscription one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(one.id()))
                .put("callback", one.callback().toString())
                .put("query", one.text());
    }

    private static Problem gone(String id) {
        return new Problem(Problem.Code.NOT_FOUND, "hub " + id + " is not here");
    }
}
