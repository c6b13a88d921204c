package org.omnihall.tmf;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code application/json-patch+json} (RFC 6902): a list of operations, all of which are carried out or none. */
final class JsonPatch {

    static final int MOST_OPERATIONS = 200;

    private JsonNode document;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /**
     * The target after the patch; neither is changed.
     *
     * @throws Problem {@code INVALID_BODY} if the patch is none or does not fit; {@code CONFLICT} if a test fails
     */
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isArray()) {
            throw Problem.body("a JSON patch is an array of operations");
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw Problem.body("a JSON patch has at most " + MOST_OPERATIONS + " operations");
        }
        JsonPatch run = new JsonPatch(target.deepCopy());
        patch.values().forEach(run::carryOut);
        return run.document;
    }

    private void carryOut(JsonNode operation) {
        Pointer path = Pointer.of(text(operation, "path"));
        switch (text(operation, "op")) {
            case "add" -> add(path, value(operation));
            case "remove" -> remove(path);
            case "replace" -> replace(path, value(operation));
            case "move" -> move(Pointer.of(text(operation, "from")), path);
            case "copy" -> add(path, at(Pointer.of(text(operation, "from"))).deepCopy());
            case "test" -> test(path, value(operation));
            default ->
                throw Problem.body(
                        "op is add, remove, replace, move, copy or test, not '" + text(operation, "op") + "'");
        }
    }

    private void add(Pointer path, JsonNode value) {
        if (path.whole()) {
            document = value;
            return;
        }
        switch (at(path.parent())) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array ->
                array.insert(path.last().equals("-") ? array.size() : index(path, array.size() + 1), value);
            default -> throw nothingAt(path);
        }
    }

    private void remove(Pointer path) {
        at(path);
        if (path.whole()) {
            throw Problem.body("the whole resource cannot be removed by a patch");
        }
        switch (at(path.parent())) {
            case ObjectNode object -> object.remove(path.last());
            case ArrayNode array -> array.remove(index(path, array.size()));
            default -> throw nothingAt(path);
        }
    }

    private void replace(Pointer path, JsonNode value) {
        at(path);
        if (path.whole()) {
            document = value;
            return;
        }
        switch (at(path.parent())) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array -> array.set(index(path, array.size()), value);
            default -> throw nothingAt(path);
        }
    }

    private void move(Pointer from, Pointer to) {
        if (from.contains(to)) {
            throw Problem.body(from + " cannot be moved into itself");
        }
        JsonNode moved = at(from);
        if (!from.equals(to)) {
            remove(from);
            add(to, moved);
        }
    }

    private void test(Pointer path, JsonNode expected) {
        if (!JsonEquality.equal(at(path), expected)) {
            throw new Problem(Problem.Code.CONFLICT, "The patch expects another value at '" + path + "'");
        }
    }

    private JsonNode at(Pointer path) {
        JsonNode node = document;
        for (int i = 0; i < path.steps().size(); i++) {
            Pointer here = new Pointer(path.steps().subList(0, i + 1));
            JsonNode next =
                    node instanceof ArrayNode array ? array.get(index(here, array.size())) : node.get(here.last());
            if (next == null) {
                throw nothingAt(path);
            }
            node = next;
        }
        return node;
    }

    private static int index(Pointer path, int beyond) {
        String text = path.last();
        if (!text.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(text) >= beyond) {
            throw nothingAt(path);
        }
        return Integer.parseInt(text);
    }

    private static JsonNode value(JsonNode operation) {
        JsonNode value = operation.get("value");
        if (value == null) {
            throw Problem.body("an operation of the patch lacks its value");
        }
        return value.deepCopy();
    }

    private static String text(JsonNode operation, String member) {
        JsonNode text = operation.get(member);
        if (text == null || !text.isString()) {
            throw Problem.body("an operation of the patch lacks its " + member);
        }
        return text.stringValue();
    }

    private static Problem nothingAt(Pointer path) {
        return Problem.body("the resource has nothing at '" + path + "'");
    }
}
