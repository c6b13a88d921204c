package org.omnihall.hall.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of a statement that is put together from what a filter asks for. Conditions are our own text; what people typed travels
 * as parameters only.
 */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** Adds a condition without a parameter. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition whose parameter {@code :name} has this value. */
    public Conditions and(String condition, String name, Object value) {
        conditions.add(condition);
        return with(name, value);
    }

    /** Adds the condition where there is a value. */
    public Conditions and(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> and(condition, name, given));
        return this;
    }

    /** The rows of an Area and all below it. {@code column} is compared octet by octet, so an index on it answers; the root asks for nothing. */
    public Conditions below(String column, String areaPath) {
        if (areaPath.equals("/")) {
            return this;
        }
        String end = areaPath.substring(0, areaPath.length() - 1) + (char) ('/' + 1);
        return and(column + " ~>=~ :areaFrom and " + column + " ~<~ :areaTo", "areaFrom", areaPath)
                .with("areaTo", end);
    }

    /** The same, and the rows that belong to the whole operator. */
    public Conditions belowOrAtRoot(String column, String areaPath) {
        if (areaPath.equals("/")) {
            return this;
        }
        String end = areaPath.substring(0, areaPath.length() - 1) + (char) ('/' + 1);
        return and("(%1$s = '/' or (%1$s ~>=~ :areaFrom and %1$s ~<~ :areaTo))".formatted(column), "areaFrom", areaPath)
                .with("areaTo", end);
    }

    /** Adds a parameter. */
    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** {@code where ...}, or nothing where nothing is asked for. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    public Map<String, Object> values() {
        return values;
    }
}
