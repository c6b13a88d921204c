package org.omnihall.hall.interaction;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.tmf.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TMF683 partyInteraction that a client posts, read as a contact. Pure; the channel and the party that it names are looked up by the caller.
 *
 * @param channel the id of its one channel
 * @param party the id of its customer, where it names one
 * @param company whether the customer is a company, not a subscriber
 * @param follows the interaction whose journey it goes on with
 */
record PostedInteraction(
        ChannelId channel,
        Optional<Long> party,
        boolean company,
        Direction direction,
        ContactKind kind,
        Optional<Long> follows,
        Instant at) {

    /** Clocks of others go ahead a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int LONGEST = 12_000;

    /** @throws Problem {@code INVALID_BODY}, naming what is wrong */
    static PostedInteraction read(ObjectNode posted, Instant now) {
        if (posted.toString().length() > LONGEST) {
            throw wrong("An interaction has at most " + LONGEST + " characters");
        }
        Optional<JsonNode> party = only(posted, "relatedParty");
        return new PostedInteraction(
                new ChannelId(
                        id(only(posted, "channel").orElseThrow(() -> wrong("channel names no channel")), "channel.id")),
                party.map(one -> id(one, "relatedParty.id")),
                party.filter(one -> one.path("@referredType").asString("").equals("Organization"))
                        .isPresent(),
                direction(posted.path("direction").asString("")),
                kind(posted.path("reason").asString("")),
                only(posted, "interactionRelationship").map(one -> id(one, "interactionRelationship.id")),
                moment(posted.path("interactionDate").path("startDateTime"), now));
    }

    Contact contact(UUID journey, String areaPath) {
        Contact.Source source = new Contact.Source("tmf683", UUID.randomUUID().toString());
        Contact contact =
                Contact.inbound(source, journey, channel, kind, at).with(whom()).in(Contact.Where.area(areaPath));
        return direction == Direction.OUTBOUND ? contact.outbound() : contact;
    }

    private Contact.Whom whom() {
        return new Contact.Whom(party.filter(id -> !company), party.filter(id -> company), Optional.empty());
    }

    /** A contact has one channel and one customer, so an array holds one element at most. */
    private static Optional<JsonNode> only(ObjectNode posted, String name) {
        JsonNode array = posted.path(name);
        if (array.isMissingNode() || array.isNull()) {
            return Optional.empty();
        }
        if (!array.isArray() || array.size() != 1 || !array.get(0).isObject()) {
            throw wrong(name + " is an array of one object");
        }
        return Optional.of(array.get(0));
    }

    private static long id(JsonNode named, String path) {
        String id = named.path("id").asString("");
        if (!id.matches("\\d{1,18}")) {
            throw wrong(path + " is none of ours");
        }
        return Long.parseLong(id);
    }

    private static Direction direction(String text) {
        return Stream.of(Direction.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("direction is inbound or outbound"));
    }

    /** The name of a kind of ours; any other reason is an enquiry, and is kept as it was said. */
    private static ContactKind kind(String reason) {
        return Stream.of(ContactKind.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElse(ContactKind.ENQUIRY);
    }

    private static Instant moment(JsonNode said, Instant now) {
        if (said.isMissingNode() || said.isNull()) {
            return now;
        }
        Instant at = OffsetDateTime.parse(said.asString()).toInstant(); // that it is one was looked at before
        if (at.isAfter(now.plus(AHEAD))) {
            throw wrong("interactionDate.startDateTime has not come yet");
        }
        return at;
    }

    static Problem wrong(String message) {
        return new Problem(Problem.Code.INVALID_BODY, message);
    }
}
