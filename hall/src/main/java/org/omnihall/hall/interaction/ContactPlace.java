package org.omnihall.hall.interaction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A contact's place in a list, the newest first; as two texts in a page's address. */
record ContactPlace(Instant at, long id) {

    static List<String> texts(LoggedContact row) {
        Instant at = row.contact().at();
        return List.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)), Long.toString(row.id()));
    }

    /** Reads the texts; what is none is the beginning of the list. */
    static Optional<ContactPlace> parse(Optional<List<String>> texts) {
        return texts.filter(
                        fields -> fields.size() == 2 && fields.stream().allMatch(field -> field.matches("\\d{1,17}")))
                .map(fields -> new ContactPlace(
                        Instant.EPOCH.plus(Long.parseLong(fields.getFirst()), ChronoUnit.MICROS),
                        Long.parseLong(fields.getLast())));
    }
}
