package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.omnihall.hall.channel.ChannelId;

/**
 * One contact with a customer, as it is written into the log (requirement B29). It holds no secret, no code and no number.
 *
 * @param source who tells of it, by which a contact that is told twice is known
 * @param journey what the customer set out to do, over all its steps and channels; a login attempt's id is one
 * @param channel the one channel it happened on
 * @param business code of the business it was about, such as an offering's
 * @param outcome what came of it, such as {@code DONE} or the name of a refusal; 1 to 60 characters
 * @param detail a few words more; at most 20 keys of 40 and values of 150 characters
 * @param at when it happened, which is not when it was told
 */
public record Contact(
        Source source,
        UUID journey,
        ChannelId channel,
        Whom whom,
        Direction direction,
        ContactKind kind,
        Optional<String> business,
        String outcome,
        Map<String, String> detail,
        Where where,
        Instant at) {

    public static final int MOST_DETAILS = 20;
    public static final int LONGEST_KEY = 40;
    public static final int LONGEST_VALUE = 150;
    public static final int LONGEST_OUTCOME = 60;

    /**
     * A teller and his own name of the contact. Within a month of the contact's time one name is stored once.
     *
     * @param name lower-case letters, digits, dots and dashes, such as {@code access.step}; at most 40 characters
     * @param id at most 100 characters
     */
    public record Source(String name, String id) {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

        public Source {
            if (!NAME.matcher(name).matches() || id.isEmpty() || id.length() > 100) {
                throw new IllegalArgumentException("a source is a short name and an id: " + name + ", " + id);
            }
        }
    }

    /** Who the customer was, as far as it is known; all empty for a stranger. */
    public record Whom(Optional<Long> subscriber, Optional<Long> company, Optional<String> user) {

        public static final Whom STRANGER = new Whom(Optional.empty(), Optional.empty(), Optional.empty());

        public static Whom subscriber(long id) {
            return new Whom(Optional.of(id), Optional.empty(), Optional.empty());
        }

        public static Whom company(long id, String user) {
            return new Whom(Optional.empty(), Optional.of(id), Optional.of(user));
        }
    }

    /** Where it happened: the path of the Area, {@code /} where that is not known, and the Venue of the wireless city. */
    public record Where(String areaPath, Optional<Long> venue) {

        public static final Where SOMEWHERE = new Where("/", Optional.empty());

        public static Where area(String path) {
            return new Where(path, Optional.empty());
        }
    }

    public Contact {
        if (outcome.isEmpty() || outcome.length() > LONGEST_OUTCOME) {
            throw new IllegalArgumentException("an outcome has 1 to 60 characters: " + outcome);
        }
        if (detail.size() > MOST_DETAILS || detail.entrySet().stream().anyMatch(Contact::isTooLong)) {
            throw new IllegalArgumentException("the detail of a contact is short: " + detail.keySet());
        }
        detail = Map.copyOf(detail);
    }

    /** A stranger turned to us; the rest is said by the methods below. */
    public static Contact inbound(Source source, UUID journey, ChannelId channel, ContactKind kind, Instant at) {
        return new Contact(
                source,
                journey,
                channel,
                Whom.STRANGER,
                Direction.INBOUND,
                kind,
                Optional.empty(),
                "DONE",
                Map.of(),
                Where.SOMEWHERE,
                at);
    }

    /** The same, but we turned to the customer. */
    public Contact outbound() {
        return new Contact(
                source, journey, channel, whom, Direction.OUTBOUND, kind, business, outcome, detail, where, at);
    }

    public Contact with(Whom customer) {
        return new Contact(source, journey, channel, customer, direction, kind, business, outcome, detail, where, at);
    }

    public Contact about(String code) {
        return new Contact(
                source, journey, channel, whom, direction, kind, Optional.of(code), outcome, detail, where, at);
    }

    public Contact ended(String result) {
        return new Contact(source, journey, channel, whom, direction, kind, business, result, detail, where, at);
    }

    public Contact saying(Map<String, String> more) {
        return new Contact(source, journey, channel, whom, direction, kind, business, outcome, more, where, at);
    }

    public Contact in(Where place) {
        return new Contact(source, journey, channel, whom, direction, kind, business, outcome, detail, place, at);
    }

    /** Whether it went as it was meant to. */
    public boolean wentWell() {
        return Outcome.of(outcome).filter(Outcome::isWell).isPresent();
    }

    private static boolean isTooLong(Map.Entry<String, String> field) {
        return field.getKey().length() > LONGEST_KEY || field.getValue().length() > LONGEST_VALUE;
    }
}
