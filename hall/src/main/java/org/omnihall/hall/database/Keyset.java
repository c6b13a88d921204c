package org.omnihall.hall.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The place of a row in a list that is ordered by a moment and a UUID, both descending; as two texts in a page's address.
 *
 * @param at to the microsecond, as PostgreSQL keeps it
 */
public record Keyset(Instant at, UUID id) {

    /** The texts of a row's place. */
    public List<String> texts() {
        return List.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)), id.toString());
    }

    /** Reads the texts; what is none is the beginning of the list. */
    public static Optional<Keyset> parse(Optional<List<String>> texts) {
        return texts.filter(fields -> fields.size() == 2
                        && fields.getFirst().matches("\\d{1,17}")
                        && fields.getLast().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(fields -> new Keyset(
                        Instant.EPOCH.plus(Long.parseLong(fields.getFirst()), ChronoUnit.MICROS),
                        UUID.fromString(fields.getLast())));
    }
}
