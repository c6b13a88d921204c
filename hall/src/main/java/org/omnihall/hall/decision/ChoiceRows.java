package org.omnihall.hall.decision;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Choices on their way into the database, as the rows of one statement. There is a statement for 1, 2, 4 and so on rows, so that the database
 * prepares each once; what is left over in it repeats the last choice, which "on conflict do nothing" passes over. Rows out of one JSON text, or
 * out of arrays, cost the database four times as much for a single row (docs/adr/0016).
 */
final class ChoiceRows {

    static final String COLUMNS =
            "id, at, place, journey, channel_id, subscriber_id, area_path, held_out, item, would, probability,"
                    + " candidate_set_id, band, version, told";

    private static final String MARKS = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** In the order of their ids, so that two writers never lock each other out. */
    private final List<ChoiceRecord> sorted;

    private final int rows;

    ChoiceRows(Collection<ChoiceRecord> choices) {
        this.sorted = choices.stream()
                .sorted(Comparator.comparing(choice -> choice.choice().id()))
                .toList();
        this.rows = sorted.size() == 1 ? 1 : Integer.highestOneBit(sorted.size() - 1) << 1;
    }

    String marks() {
        return String.join(", ", Collections.nCopies(rows, MARKS));
    }

    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            add(values, sorted.get(Math.min(i, sorted.size() - 1)));
        }
        return values;
    }

    private static void add(List<@Nullable Object> values, ChoiceRecord choice) {
        SlotRequest request = choice.request();
        Policy.Drawn drawn = choice.drawn();
        values.add(choice.choice().id());
        values.add(Times.at(request.at()));
        values.add(request.place().name());
        values.add(request.journey());
        values.add(request.channel().value());
        values.add(maybe(Types.BIGINT, request.subscriber()));
        values.add(request.areaPath());
        values.add(drawn.heldOut());
        values.add(
                maybe(Types.VARCHAR, drawn.shown().map(chance -> chance.item().code())));
        values.add(maybe(Types.VARCHAR, drawn.would().map(SlotItem::code)));
        values.add(choice.choice().probability());
        values.add(drawn.candidates().id());
        values.add(maybe(Types.VARCHAR, choice.band().map(Enum::name)));
        values.add(choice.version());
        values.add(maybe(Types.VARCHAR, choice.told()));
    }

    /** With its type even where it is missing: after a null without one the driver has the statement prepared anew. */
    private static SqlParameterValue maybe(int type, Optional<?> value) {
        return new SqlParameterValue(type, value.orElse(null));
    }
}
