package org.omnihall.hall.interaction;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends a hand-over together with its order: what is over waits nowhere (requirement B24). */
@Component
class EndedOrders implements ContactWatch {

    /** Who tells of the orders of this hall. */
    private static final String SOURCE = "ordering.order";

    /** The outcomes after which nothing follows. */
    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "CANCELLED", "REJECTED");

    private final Handovers handovers;

    EndedOrders(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public boolean watches(ContactKind kind) {
        return kind == ContactKind.ORDER;
    }

    @Override
    public void written(Contact contact) {
        if (contact.source().name().equals(SOURCE) && ENDS.contains(contact.outcome())) {
            Optional.ofNullable(contact.detail().get("order"))
                    .map(Long::valueOf)
                    .ifPresent(order -> handovers.ended(order, contact.channel()));
        }
    }
}
