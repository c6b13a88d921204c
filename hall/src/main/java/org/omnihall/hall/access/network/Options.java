package org.omnihall.hall.access.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command's arguments: plain ones, and options with or without a value. An option that the command does not know is a mistake. */
public record Options(List<String> plain, Map<String, String> values, Optional<String> mistake) {

    /** @param valued options that take a value; flags take none */
    public static Options read(List<String> arguments, Set<String> valued, Set<String> flags) {
        List<String> plain = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
            } else if (flags.contains(argument)) {
                values.put(argument, "");
            } else if (!valued.contains(argument)) {
                return new Options(plain, values, Optional.of("unknown option " + argument));
            } else if (i + 1 == arguments.size()) {
                return new Options(plain, values, Optional.of(argument + " needs a value"));
            } else {
                String value = arguments.get(++i);
                values.merge(argument, value, (first, next) -> first + " " + next);
            }
        }
        return new Options(plain, values, Optional.empty());
    }

    public boolean has(String option) {
        return values.containsKey(option);
    }

    public String value(String option) {
        return values.getOrDefault(option, "");
    }
}
