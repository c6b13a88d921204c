package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.springframework.stereotype.Component;

/**
 * Moves an order from one state to the next. Whatever moves one does it here, holding the order, so that history, audit trail, contact log
 * and card say the same.
 */
@Component
class OrderMoves {

    private final OrderTable table;
    private final OrderEvents events;
    private final Trials trials;
    private final CardLines cards;
    private final Contacts contacts;
    private final AuditTrail audit;
    private final OrderNews news;

    OrderMoves(
            OrderTable table,
            OrderEvents events,
            Trials trials,
            CardLines cards,
            Contacts contacts,
            AuditTrail audit,
            OrderNews news) {
        this.table = table;
        this.events = events;
        this.trials = trials;
        this.cards = cards;
        this.contacts = contacts;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Moves the order and gives it as it is then.
     *
     * @throws IllegalStateException where the table of states does not know the move: a bug of the caller
     */
    Order move(Order before, OrderState to, By by, String remark, Instant now) {
        if (!before.state().next().contains(to)) {
            throw new IllegalStateException("order " + before.id() + " cannot go from " + before.state() + " to " + to);
        }
        table.putState(before.id(), to, now);
        if (to.isEnd()) {
            table.close(before.id());
            if (to != OrderState.COMPLETED) {
                trials.release(before.id());
            }
        }
        Order order = told(before.id(), by, remark, now);
        news.moved(order, before.state() == OrderState.DRAFT);
        return order;
    }

    /** Writes down what happened without a move, or with one that was made by writing the order. */
    Order told(long id, By by, String remark, Instant now) {
        Order order = table.find(id).orElseThrow();
        long event = events.add(id, by, order.state(), remark, now);
        audit.record(by.actor(), "order." + word(order.state()), "order:" + id, remark);
        if (!order.items().isEmpty()) {
            contacts.write(contact(order, by, event, now));
        }
        cards.push(order.buyer());
        return order;
    }

    private static Contact contact(Order order, By by, long event, Instant now) {
        Contact contact = Contact.inbound(
                        new Contact.Source("ordering.order", Long.toString(event)),
                        order.journey(),
                        by.channel(),
                        ContactKind.ORDER,
                        now)
                .with(
                        switch (order.buyer()) {
                            case Buyer.Person person -> Contact.Whom.subscriber(person.subscriber());
                            case Buyer.Firm firm -> Contact.Whom.company(firm.company(), by.actor());
                        })
                .about(order.items().getFirst().offering())
                .ended(order.state().name())
                .saying(Map.of("order", Long.toString(order.id())))
                .in(Contact.Where.area(order.areaPath()));
        return by.isSystem() ? contact.outbound() : contact;
    }

    private static String word(OrderState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
