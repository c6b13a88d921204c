package org.omnihall.hall.openapi;

import java.util.Map;

/**
 * The table or view of a module's own schema from which its resource is read. It has the columns {@code id} (of the kind of key that is
 * named), {@code version} (bigint, rises with every change), {@code area_path} (text) and {@code body} (jsonb, without id, href).
 *
 * @param name such as {@code party.individual_resource}
 * @param columns filter paths that are columns of their own, so that an index may answer: path to column of the filter's kind; whatever is
 *     not among them is looked for in the body
 * @param order what a list is sorted by unless it is asked otherwise, such as {@code id}; ends with something unique
 */
public record Relation(String name, Key key, Map<String, String> columns, String order) {

    /** What the ids are in the database; outside they are texts. */
    public enum Key {
        BIGINT,
        UUID,
        TEXT
    }

    public Relation {
        columns = Map.copyOf(columns);
    }

    /** Ids are bigint, in their order. */
    public static Relation of(String name, Map<String, String> columns) {
        return new Relation(name, Key.BIGINT, columns, "id");
    }
}
