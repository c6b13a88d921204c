package org.omnihall.hall.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Which acts are looked for. Empty texts and moments ask for nothing.
 *
 * @param act the beginning of the act's name, such as {@code sign-in}
 */
record AuditFilter(String actor, String act, String subject, Optional<Instant> from, Optional<Instant> until) {

    private static final int LONGEST = 200;

    AuditFilter {
        actor = cut(actor);
        act = cut(act);
        subject = cut(subject);
    }

    /** What a form's field for a local date and time holds; what is none asks for nothing. */
    static Optional<Instant> moment(String typed, ZoneId zone) {
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }
}
