package org.omnihall.tmf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which events a listener wants: the conditions of a list, over the notification. {@code eventType=ProductOrderStateChangeEvent} and
 * {@code event.productOrder.state=completed} are such, joined by {@code &}; an empty query wants all.
 */
public record EventQuery(Filter filter) {

    private static final int LONGEST = 2000;

    /**
     * Reads a subscription's query.
     *
     * @param types the resources of the interface that is subscribed to
     * @throws Problem {@code INVALID_QUERY}, naming what these resources do not declare
     */
    public static EventQuery of(Collection<ResourceType> types, String query) {
        if (query.length() > LONGEST) {
            throw Problem.query("the query is longer than " + LONGEST + " characters");
        }
        Query read = Query.of(notification(types), parameters(query));
        if (read.fields().isPresent() || !read.sort().isEmpty() || read.window().asked()) {
            throw Problem.query("a subscription's query holds conditions only");
        }
        return new EventQuery(read.filter());
    }

    public boolean matches(JsonNode notification) {
        return filter.matches(notification);
    }

    private static ResourceType notification(Collection<ResourceType> types) {
        Map<String, Kind> filters = new LinkedHashMap<>();
        filters.put("eventType", Kind.TEXT);
        filters.put("eventTime", Kind.MOMENT);
        types.forEach(type ->
                type.filters().forEach((path, kind) -> filters.put("event." + type.name() + "." + path, kind)));
        return new ResourceType("event", filters, Set.of("eventType", "eventTime", "event"), Set.of());
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query.isBlank()) {
            return parameters;
        }
        for (String pair : query.strip().split("&", -1)) {
            int at = pair.indexOf('=');
            String name = decoded(at < 0 ? pair : pair.substring(0, at));
            parameters
                    .computeIfAbsent(name, none -> new ArrayList<>())
                    .add(at < 0 ? "" : decoded(pair.substring(at + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.query("a % is not followed by two hexadecimal digits");
        }
    }
}
