package org.omnihall.tmf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource as its interface declares it: what may be asked for, filtered by and changed.
 *
 * @param name as in {@code productOffering}
 * @param filters what a list may be filtered and sorted by: paths such as {@code relatedParty.id}, and what each holds; {@code id} always
 *     is one, anything else is a 400 that names it
 * @param attributes the first-level attributes, which {@code fields} may name
 * @param fixed first-level attributes that no patch may change; {@code id}, {@code href} and {@code @type} always are
 */
public record ResourceType(String name, Map<String, Kind> filters, Set<String> attributes, Set<String> fixed) {

    static final Set<String> ALWAYS = Set.of("id", "href");
    private static final Set<String> NEVER_CHANGED = Set.of("id", "href", "@type");

    public ResourceType {
        Map<String, Kind> all = new LinkedHashMap<>(Map.of("id", Kind.TEXT));
        all.putAll(filters);
        filters = Collections.unmodifiableMap(all);
        attributes = union(attributes, NEVER_CHANGED);
        fixed = union(fixed, NEVER_CHANGED);
        for (String path : filters.keySet()) {
            String first = path.split("\\.", 2)[0];
            if (!attributes.contains(first)) {
                throw new IllegalArgumentException("a filter of " + name + " on what it does not have: " + path);
            }
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }
}
