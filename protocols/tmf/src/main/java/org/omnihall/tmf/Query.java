package org.omnihall.tmf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request for a list, or for one resource, asks for.
 *
 * @param fields the first-level attributes to show besides id and href; nothing means all
 * @param sort the first counts most; none means the resource's own order
 */
public record Query(Optional<Set<String>> fields, Filter filter, List<Order> sort, Window window) {

    public Query {
        fields = fields.map(Set::copyOf);
        sort = List.copyOf(sort);
    }

    /**
     * Reads the parameters of a request.
     *
     * @param parameters decoded, in the order of the request
     * @throws Problem {@code INVALID_QUERY}, naming the parameter, for whatever the resource does not declare
     */
    public static Query of(ResourceType type, Map<String, List<String>> parameters) {
        return new QueryReader(type).read(parameters);
    }
}
