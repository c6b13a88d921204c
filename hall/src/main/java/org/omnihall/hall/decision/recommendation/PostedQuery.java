package org.omnihall.hall.decision.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.tmf.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TMF680 queryProductRecommendation that a client posts, read. Pure; that channel and customer are ours is looked up by the caller.
 *
 * @param place which slot is asked for: {@code recommendationType}
 * @param customer the subscriber, where it names one
 * @param area where he is, where it names an Area
 */
record PostedQuery(SlotPlace place, ChannelId channel, Optional<Long> customer, Optional<String> area) {

    /** What the server gives. */
    private static final List<String> GIVEN = List.of("recommendationItem", "reason", "state", "outcome", "validFor");

    private static final String AREA = "/([a-z0-9-]{1,20}/){0,6}";
    private static final int LONGEST = 8_000;

    /** @throws Problem {@code INVALID_BODY}, naming what is wrong */
    static PostedQuery read(ObjectNode posted) {
        if (posted.toString().length() > LONGEST) {
            throw wrong("A query has at most " + LONGEST + " characters");
        }
        GIVEN.stream().filter(name -> posted.has(name)).findFirst().ifPresent(name -> {
            throw wrong(name + " is given by the server");
        });
        if (!posted.path("instantSyncRecommendation").asBoolean(true)) {
            throw wrong("instantSyncRecommendation is true: a query is answered at once");
        }
        return new PostedQuery(
                place(posted.path("recommendationType").asString("")),
                new ChannelId(id(one(posted.path("channel")), "channel.id")),
                object(posted, "relatedParty").map(party -> id(party, "relatedParty.id")),
                object(posted, "place").map(PostedQuery::area));
    }

    /** A slot as it is called outside, such as {@code clerk}. */
    static String name(SlotPlace place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private static SlotPlace place(String type) {
        return Arrays.stream(SlotPlace.values())
                .filter(place -> name(place).equals(type))
                .findFirst()
                .orElseThrow(() -> wrong("recommendationType is one of "
                        + Arrays.stream(SlotPlace.values())
                                .map(PostedQuery::name)
                                .collect(Collectors.joining(", "))));
    }

    private static JsonNode one(JsonNode channel) {
        if (!channel.isArray() || channel.size() != 1 || !channel.get(0).isObject()) {
            throw wrong("channel is an array of one object");
        }
        return channel.get(0);
    }

    private static Optional<JsonNode> object(ObjectNode posted, String name) {
        JsonNode node = posted.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw wrong(name + " is an object");
        }
        return Optional.of(node);
    }

    private static long id(JsonNode named, String path) {
        String id = named.path("id").asString("");
        if (!id.matches("\\d{1,18}")) {
            throw wrong(path + " is none of ours");
        }
        return Long.parseLong(id);
    }

    private static String area(JsonNode place) {
        String path = place.path("id").asString("");
        if (!path.matches(AREA)) {
            throw wrong("place.id is the path of an Area, such as /zj/hz/");
        }
        return path;
    }

    static Problem wrong(String message) {
        return new Problem(Problem.Code.INVALID_BODY, message);
    }
}
