package org.omnihall.hall.access.network;

import java.util.HashMap;
import java.util.Map;

/** What somebody typed into a form, gave to a command or wrote into a line of a file: texts by field, not yet checked. Never printed. */
public record Draft(Map<String, String> fields) {

    public Draft {
        fields = Map.copyOf(fields);
    }

    /** Field, text, field, text and so on. */
    public static Draft of(String... pairs) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return new Draft(fields);
    }

    /** Without blanks around; empty where nothing was given. */
    public String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** As it was given, blanks included: for secrets. */
    public String exact(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    @Override
    public String toString() {
        return "Draft" + fields.keySet();
    }
}
