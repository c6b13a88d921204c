package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.omnihall.hall.party.Msisdn;

/**
 * One message to be sent.
 *
 * @param template a key of the message texts, such as {@code login.code}
 * @param words what fills the template's gaps, by name; sealed at rest and shown nowhere
 * @param validUntil when the message is worth nothing any more; no attempt is made after it
 * @param journey the id that joins this message to a login attempt or another journey
 * @param areaPath where the journey takes place, such as {@code /zj/hz/}
 */
public record Outgoing(
        Purpose purpose,
        Msisdn to,
        String template,
        Map<String, String> words,
        Locale locale,
        Instant validUntil,
        UUID journey,
        String areaPath) {

    public Outgoing {
        words = Map.copyOf(words);
    }

    /** Without the words: a code never gets into a log. */
    @Override
    public String toString() {
        return "Outgoing[" + purpose + " " + template + " to " + to + " until " + validUntil + "]";
    }
}
