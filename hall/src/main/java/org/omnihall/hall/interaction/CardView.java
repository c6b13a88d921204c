package org.omnihall.hall.interaction;

import static org.omnihall.hall.interaction.CardField.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.channel.ChannelClass;

/**
 * Which class of channels sees which field of the card (requirement B23). Agents are paid by commission and are no part of the house: they get
 * what serves the customer in front of them, not who he is, not his bills and not what we think of him. Electronic channels show the card to
 * whoever holds the phone, so our judgement of him and his name are kept back there.
 */
public final class CardView {

    private static final Map<ChannelClass, Set<CardField>> RIGHTS = Map.of(
            ChannelClass.OWN_STORE, EnumSet.allOf(CardField.class),
            ChannelClass.ACCOUNT_MANAGER, EnumSet.allOf(CardField.class),
            ChannelClass.ELECTRONIC,
                    EnumSet.complementOf(EnumSet.of(VALUE_TIER, CHURN_RISK, HISTORY_DETAIL, HOLDER, CERTIFICATE)),
            ChannelClass.AGENT_STORE, EnumSet.of(RECOMMENDATION, HISTORY, PREFERENCE, STATE, CONSENT, NOTICE));

    private CardView() {}

    /** The fields that a class of channels sees. */
    public static Set<CardField> fields(ChannelClass seenFrom) {
        return Set.copyOf(RIGHTS.getOrDefault(seenFrom, Set.of()));
    }

    /** The card as a class of channels sees it: what it does not see is empty. */
    public static CustomerCard of(CustomerCard card, ChannelClass seenFrom) {
        Set<CardField> fields = fields(seenFrom);
        return new CustomerCard(
                card.subscriber(),
                card.version(),
                fields.contains(NUMBER) ? card.number() : "",
                holder(card, fields),
                fields.contains(CONSENT) ? card.allowed() : Set.of(),
                fields.contains(RECOMMENDATION) ? card.recommendations() : List.of(),
                fields.contains(HISTORY) ? history(card, fields.contains(HISTORY_DETAIL)) : List.of(),
                fields.contains(PREFERENCE) ? card.preference() : List.of(),
                card.state().stream()
                        .filter(line -> fields.contains(line.kind() == StateLine.Kind.BILL ? BILL : STATE))
                        .toList(),
                value(card, fields),
                fields.contains(NOTICE) ? card.notices() : List.of(),
                fields);
    }

    private static List<LoggedContact> history(CustomerCard card, boolean detailed) {
        return detailed
                ? card.history()
                : card.history().stream()
                        .map(row -> new LoggedContact(row.id(), row.contact().saying(Map.of()), row.writtenAt()))
                        .toList();
    }

    private static Optional<Holder> holder(CustomerCard card, Set<CardField> fields) {
        return card.holder()
                .filter(holder -> fields.contains(HOLDER))
                .map(holder -> fields.contains(CERTIFICATE) ? holder : new Holder(holder.name(), Optional.empty()));
    }

    private static Optional<CustomerValue> value(CustomerCard card, Set<CardField> fields) {
        return card.value()
                .filter(value -> fields.contains(VALUE_TIER))
                .map(value -> fields.contains(CHURN_RISK)
                        ? value
                        : new CustomerValue(value.tier(), value.monthlyFen(), Optional.empty(), value.asOf()));
    }
}
