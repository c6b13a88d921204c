package org.omnihall.hall.openapi;

import java.util.Map;
import org.omnihall.hall.database.Conditions;

/**
 * The table or view of a module's own schema from which its resource is read. It has the columns {@code id} (of the kind of key that is
 * named), {@code version} (bigint, rises with every change), {@code area_path} (text) and {@code body} (jsonb, without id, href).
 *
 * @param name such as {@code party.individual_resource}
 * @param columns filter paths that are columns of their own, so that an index may answer: path to column of the filter's kind; whatever is
 *     not among them is looked for in the body
 * @param order what a list is sorted by unless it is asked otherwise, such as {@code id}; ends with something unique
 * @param common whether rows of the whole operator, whose Area is {@code /}, are seen by the clients of every Area
 */
public record Relation(String name, Key key, Map<String, String> columns, String order, boolean common) {

    /** What the ids are in the database; outside they are texts. */
    public enum Key {
        BIGINT,
        UUID,
        TEXT
    }

    public Relation {
        columns = Map.copyOf(columns);
    }

    /** A client sees what lies in its Area only. */
    public Relation(String name, Key key, Map<String, String> columns, String order) {
        this(name, key, columns, order, false);
    }

    /** Ids are bigint, in their order. */
    public static Relation of(String name, Map<String, String> columns) {
        return new Relation(name, Key.BIGINT, columns, "id");
    }

    /** The same relation; what belongs to the whole operator is seen from every Area. */
    public Relation forAll() {
        return new Relation(name, key, columns, order, true);
    }

    /** Whether a client of an Area sees a row. */
    public boolean shows(String rowArea, String clientArea) {
        return rowArea.startsWith(clientArea) || (common && rowArea.equals("/"));
    }

    /** The same as a condition on {@code area_path}. */
    Conditions seenFrom(String clientArea) {
        return common
                ? new Conditions().belowOrAtRoot("area_path", clientArea)
                : new Conditions().below("area_path", clientArea);
    }
}
