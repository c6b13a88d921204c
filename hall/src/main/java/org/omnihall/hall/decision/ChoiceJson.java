package org.omnihall.hall.decision;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Choices on their way into the database: one text for all of them, whose names are the columns'. */
final class ChoiceJson {

    private ChoiceJson() {}

    static String of(Collection<ChoiceRecord> choices) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        choices.forEach(choice -> row(rows.addObject(), choice));
        return rows.toString();
    }

    private static void row(ObjectNode row, ChoiceRecord choice) {
        SlotRequest request = choice.request();
        Policy.Drawn drawn = choice.drawn();
        row.put("id", choice.choice().id().toString())
                .put("at", request.at().toString())
                .put("place", request.place().name())
                .put("journey", request.journey().toString())
                .put("channel_id", request.channel().value())
                .put("area_path", request.areaPath())
                .put("held_out", drawn.heldOut())
                .put("probability", choice.choice().probability())
                .put("version", choice.version());
        request.subscriber().ifPresent(id -> row.put("subscriber_id", id));
        put(row, "item", drawn.shown().map(chance -> chance.item().code()));
        put(row, "would", drawn.would().map(SlotItem::code));
        put(row, "band", choice.band().map(Enum::name));
        put(row, "told", choice.told());
        ArrayNode candidates = row.putArray("candidates");
        drawn.candidates().forEach(chance -> candidates
                .addObject()
                .put("item", chance.item().code())
                .put("probability", chance.probability()));
    }

    private static void put(ObjectNode row, String column, Optional<String> text) {
        text.ifPresent(known -> row.put(column, known));
    }
}
