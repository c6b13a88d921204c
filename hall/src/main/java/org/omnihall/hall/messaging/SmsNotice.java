package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One text that a company sent to many of its members.
 *
 * @param user the login that sent it
 * @param standing how many of its messages stand where
 */
public record SmsNotice(
        UUID id, String text, int receivers, String user, Instant at, Map<MessageState, Long> standing) {

    public SmsNotice {
        standing = Map.copyOf(standing);
    }

    SmsNotice with(Map<MessageState, Long> counted) {
        return new SmsNotice(id, text, receivers, user, at, counted);
    }

    public long count(MessageState state) {
        return standing.getOrDefault(state, 0L);
    }

    /** What would become of the wish to send one; nothing is written. */
    public sealed interface Check {

        /** @param text as a phone shows it */
        record Ready(SmsLines.Line line, String text, int receivers) implements Check {}

        record Refused(Why why) implements Check {}
    }

    /** What became of the wish to send one. */
    public sealed interface Sending {

        /** All of its messages are written down. */
        record Sent(UUID notice, int receivers) implements Sending {}

        /** Nothing was written. */
        record Refused(Why why) implements Sending {}
    }

    /** Why nothing was sent. Its text is {@code messaging.company.refused.NAME}. */
    public enum Why {
        /** The company has no such line, or it is closed. */
        NO_LINE,
        NO_TEXT,
        TOO_LONG,
        /** Nobody was named, or nobody is a member today. */
        NOBODY,
        TOO_MANY,
        /** Somebody named is no member today: notices go to members only. */
        NO_MEMBER
    }
}
