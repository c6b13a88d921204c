package org.omnihall.hall.ordering.open;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.tmf.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places orders that programs post (TMF622), by the same door as all others: what the client's channel may not complete is refused here too
 * (requirement B16). The customer is the {@code relatedParty} with the role {@code customer}, an {@code Organization} or a {@code Subscriber}.
 */
@Component
class PostedOrders {

    private static final int LONGEST_KEY = 100;

    private final Orders orders;
    private final Channels channels;
    private final JdbcClient db;

    PostedOrders(Orders orders, Channels channels, JdbcClient db) {
        this.orders = orders;
        this.channels = channels;
        this.db = db;
    }

    /** Gives the id of the order. */
    String place(ObjectNode posted, ApiClient by) {
        Placing placing = new Placing(
                new Placing.Client(by.actor(), key(posted)),
                buyer(posted),
                number(posted.path("billingAccount").path("id")),
                channel(posted, by).id(),
                UUID.randomUUID(),
                wishes(posted));
        return switch (orders.place(placing)) {
            case Placement.Placed placed -> kept(placed.order(), posted, by);
            case Placement.Refused refused -> throw problem(refused);
        };
    }

    private String kept(Order order, ObjectNode posted, ApiClient by) {
        by.requireArea(order.areaPath());
        db.sql("update ordering.customer_order set posted = ?::jsonb where id = ?")
                .params(posted.toString(), order.id())
                .update();
        return Long.toString(order.id());
    }

    /** The client's own key of the order; an empty one is none. */
    private static String key(ObjectNode posted) {
        String key = text(posted.path("externalId")).orElse("");
        if (key.length() > LONGEST_KEY) {
            throw wrong("externalId has at most " + LONGEST_KEY + " characters");
        }
        return key.isBlank() ? UUID.randomUUID().toString() : key;
    }

    private static Problem problem(Placement.Refused refused) {
        String said = refused.reason() + (refused.detail().isEmpty() ? "" : ": " + refused.detail());
        return new Problem(
                switch (refused.reason()) {
                    case CHANNEL_UNKNOWN,
                            BUYER_UNKNOWN,
                            OFFERING_UNKNOWN,
                            ACCOUNT_UNKNOWN,
                            NO_ITEMS,
                            TOO_MANY_ITEMS,
                            ANSWER_WRONG,
                            QUANTITY_OUTSIDE,
                            PRODUCT_UNKNOWN -> Problem.Code.INVALID_BODY;
                    case UNKNOWN,
                            KEY_REUSED,
                            MIXED,
                            ROLE_MISSING,
                            ACCOUNT_NOT_ACTIVE,
                            ACCOUNT_PREPAID,
                            CHANNEL_NOT_OPEN,
                            NOT_ON_THIS_CHANNEL,
                            SENSITIVE_OUTSIDE_OWN_STORE,
                            NOT_SELLABLE,
                            NOT_TO_BE_TRIED,
                            TRIED_BEFORE,
                            PRODUCT_NOT_ACTIVE,
                            PRODUCT_IN_ORDER,
                            NOT_NOW,
                            ALREADY_PAID,
                            SUM_WRONG,
                            CASHIER_UNKNOWN,
                            CASHIER_SILENT -> Problem.Code.CONFLICT;
                },
                "The order is refused: " + said);
    }

    /** The channel that the client speaks for; one that speaks for none names it by its code or id. */
    private Channel channel(ObjectNode posted, ApiClient by) {
        Optional<Channel> named =
                text(posted.path("channel").path(0).path("id")).map(this::ours);
        Optional<Channel> own = by.channel().flatMap(channels::byCode);
        if (own.isPresent() && named.isPresent() && !named.equals(own)) {
            throw new Problem(
                    Problem.Code.NOT_ALLOWED,
                    "The client speaks for another channel: " + own.get().code());
        }
        return own.or(() -> named).orElseThrow(() -> wrong("channel[0].id is missing"));
    }

    private Channel ours(String name) {
        return channels.byCode(name)
                .or(() -> id(name).flatMap(id -> channels.find(new ChannelId(id))))
                .orElseThrow(() -> wrong("channel[0].id is no channel of ours"));
    }

    private static Buyer buyer(ObjectNode posted) {
        for (JsonNode party : posted.path("relatedParty")) {
            if (text(party.path("role")).filter("customer"::equals).isPresent()) {
                long id = number(party.path("id"))
                        .orElseThrow(() -> wrong("relatedParty.id is the number of a customer"));
                return switch (text(party.path("@referredType")).orElse("")) {
                    case "Organization" -> new Buyer.Firm(id, Optional.empty());
                    case "Subscriber" -> new Buyer.Person(id);
                    default -> throw wrong("relatedParty.@referredType is Organization or Subscriber");
                };
            }
        }
        throw wrong("relatedParty has nobody with the role customer");
    }

    private static List<Wish> wishes(ObjectNode posted) {
        List<Wish> wishes = new ArrayList<>();
        for (JsonNode item : posted.path("productOrderItem")) {
            wishes.add(wish(item));
        }
        return wishes;
    }

    private static Wish wish(JsonNode item) {
        return new Wish(
                text(item.path("productOffering").path("id"))
                        .orElseThrow(() -> wrong("productOrderItem.productOffering.id is missing")),
                quantity(item),
                action(item),
                answers(item),
                text(item.path("itemTerm").path(0).path("name"))
                        .filter("trial"::equals)
                        .isPresent(),
                number(item.path("product").path("id")));
    }

    private static ItemAction action(JsonNode item) {
        String shown = text(item.path("action")).orElse(ItemAction.ADD.shown());
        return Arrays.stream(ItemAction.values())
                .filter(action -> action.shown().equals(shown))
                .findFirst()
                .orElseThrow(() -> wrong("productOrderItem.action is add, modify or delete"));
    }

    private static int quantity(JsonNode item) {
        JsonNode quantity = item.path("quantity");
        if (quantity.isMissingNode()) {
            return 1;
        }
        if (!quantity.isIntegralNumber() || !quantity.canConvertToInt()) {
            throw wrong("productOrderItem.quantity is a whole number");
        }
        return quantity.asInt();
    }

    private static Map<String, String> answers(JsonNode item) {
        Map<String, String> answers = new HashMap<>();
        for (JsonNode one : item.path("product").path("productCharacteristic")) {
            text(one.path("name"))
                    .ifPresent(name -> answers.put(name, one.path("value").asString("")));
        }
        return answers;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static Optional<Long> number(JsonNode node) {
        return text(node).flatMap(PostedOrders::id);
    }

    private static Optional<Long> id(String text) {
        return Optional.of(text).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static Problem wrong(String message) {
        return new Problem(Problem.Code.INVALID_BODY, message);
    }
}
