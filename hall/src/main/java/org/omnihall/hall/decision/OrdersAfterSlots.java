package org.omnihall.hall.decision;

import java.time.Duration;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.ContactWatch;
import org.springframework.stereotype.Component;

/** Counts an order, on whatever channel, for the choice that showed it before, and for the one that would have. */
@Component
class OrdersAfterSlots implements ContactWatch {

    /** So long after it was shown an order still counts for a choice. */
    static final Duration WINDOW = Duration.ofDays(14);

    /** The outcome of a contact that tells of a cart, which is no order yet. */
    private static final String CART = "DRAFT";

    private final ChoiceBook book;

    OrdersAfterSlots(ChoiceBook book) {
        this.book = book;
    }

    @Override
    public boolean watches(ContactKind kind) {
        return kind == ContactKind.ORDER;
    }

    @Override
    public void written(Contact contact) {
        if (contact.outcome().equals(CART)) {
            return;
        }
        contact.whom()
                .subscriber()
                .ifPresent(subscriber -> contact.business()
                        .ifPresent(offering -> book.ordered(
                                subscriber, offering, contact.at(), contact.at().minus(WINDOW))));
    }
}
