package org.omnihall.hall.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The place of a row in a list that is ordered by a moment and a number, both descending; as two texts in a page's address.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 */
public record Place(Instant at, long id) {

    /** The texts of a row's place. */
    public List<String> texts() {
        return List.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)), Long.toString(id));
    }

    /** Reads the texts; what is none is the beginning of the list. */
    public static Optional<Place> parse(Optional<List<String>> texts) {
        return texts.filter(
                        fields -> fields.size() == 2 && fields.stream().allMatch(field -> field.matches("\\d{1,17}")))
                .map(fields -> new Place(
                        Instant.EPOCH.plus(Long.parseLong(fields.getFirst()), ChronoUnit.MICROS),
                        Long.parseLong(fields.getLast())));
    }
}
