package org.omnihall.hall.access.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters of a redirect within the limits that a landing accepts. */
final class Query {

    static final int MOST = 32;
    static final int LONGEST_NAME = 64;
    static final int LONGEST_VALUE = 2048;

    private Query() {}

    /** The first value of each parameter; nothing if there are too many, or one is too long or holds control characters. */
    static Optional<Map<String, String>> of(Map<String, String[]> parameters) {
        if (parameters.size() > MOST) {
            return Optional.empty();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String value = parameter.getValue()[0];
            if (parameter.getKey().length() > LONGEST_NAME
                    || value.length() > LONGEST_VALUE
                    || hasControls(value)
                    || hasControls(parameter.getKey())) {
                return Optional.empty();
            }
            query.putIfAbsent(parameter.getKey(), value);
        }
        return Optional.of(query);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
