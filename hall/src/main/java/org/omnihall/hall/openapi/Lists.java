package org.omnihall.hall.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.tmf.EntityTag;
import org.omnihall.tmf.Page;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.Query;
import org.omnihall.tmf.Selection;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers GET: a list, or one resource. */
@Component
class Lists {

    private final Rows rows;

    Lists(Rows rows) {
        this.rows = rows;
    }

    ServerResponse list(OpenResource resource, Exchange exchange) {
        exchange.client().require(resource.see());
        Query query = Query.of(resource.type(), exchange.parameters());
        Rows.Found found = rows.list(resource, query, exchange.client().areaPath());
        Page page = Page.of(query.window(), found.total(), found.rows().size(), exchange.address());
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        found.rows().forEach(row -> shown.add(Selection.of(Bodies.shown(resource, row), query.fields())));
        return Answers.json(page.status(), page.headers(), shown);
    }

    ServerResponse one(OpenResource resource, String id, Exchange exchange) {
        exchange.client().require(resource.see());
        Query query = Query.of(resource.type(), onlyFields(exchange));
        Stored row = stored(resource, id, exchange.client());
        String tag = new EntityTag(row.version()).header();
        if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
            return Answers.notModified(Map.of("ETag", tag));
        }
        return Answers.json(200, Map.of("ETag", tag), Selection.of(Bodies.shown(resource, row), query.fields()));
    }

    /** @throws Problem {@code NOT_FOUND} where it is not there for this client */
    Stored stored(OpenResource resource, String id, ApiClient client) {
        return rows.find(resource, id, client.areaPath())
                .orElseThrow(() -> Answers.notFound(resource.type().name(), Optional.of(id)));
    }

    /** One resource is found by its id; a filter on it would be ignored, and that is refused. */
    private static Map<String, List<String>> onlyFields(Exchange exchange) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(exchange.parameters());
        parameters.keySet().stream()
                .filter(name -> !name.equals("fields"))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(Problem.Code.INVALID_QUERY, "One resource takes no parameter but fields");
                });
        return parameters;
    }
}
