package org.omnihall.tmf;

import java.util.Arrays;
import java.util.List;

/**
 * A path into a JSON document (RFC 6901).
 *
 * @param steps unescaped; none means the whole document
 */
record Pointer(List<String> steps) {

    private static final int DEEPEST = 32;

    Pointer {
        steps = List.copyOf(steps);
    }

    /** @throws Problem {@code INVALID_BODY} if it is none */
    static Pointer of(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (!text.startsWith("/") || text.matches("(?s).*~([^01].*|$)")) {
            throw Problem.body("not a JSON pointer: '" + text + "'");
        }
        List<String> steps = Arrays.stream(text.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        if (steps.size() > DEEPEST) {
            throw Problem.body("a JSON pointer has at most " + DEEPEST + " steps");
        }
        return new Pointer(steps);
    }

    boolean whole() {
        return steps.isEmpty();
    }

    String last() {
        return steps.getLast();
    }

    Pointer parent() {
        return new Pointer(steps.subList(0, steps.size() - 1));
    }

    /** Whether the other lies strictly within what this points at. */
    boolean contains(Pointer other) {
        return other.steps.size() > steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return text.toString();
    }
}
