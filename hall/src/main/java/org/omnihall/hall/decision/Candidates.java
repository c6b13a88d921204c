package org.omnihall.hall.decision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * What a slot could show, and with which probabilities. There are few such sets and many choices among each, so that a choice is written down with
 * the id of its set, and each set once (docs/adr/0016).
 *
 * @param json as it is written down
 * @param id belongs to the content: the same set has the same id on every node
 */
record Candidates(List<Draw.Chance> chances, String json, UUID id) {

    static Candidates of(List<SlotItem> items) {
        List<Draw.Chance> chances = Draw.chances(items);
        String json = chances.stream().map(Candidates::told).collect(Collectors.joining(",", "[", "]"));
        return new Candidates(chances, json, UUID.nameUUIDFromBytes(json.getBytes(StandardCharsets.UTF_8)));
    }

    int size() {
        return chances.size();
    }

    private static String told(Draw.Chance chance) {
        return "{\"item\":\"" + quoted(chance.item().code()) + "\",\"probability\":" + chance.probability() + "}";
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
