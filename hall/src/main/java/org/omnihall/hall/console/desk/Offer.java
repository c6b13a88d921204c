package org.omnihall.hall.console.desk;

import java.util.Optional;
import org.omnihall.hall.catalogue.Completion;
import org.omnihall.hall.catalogue.ProductOffering;

/**
 * Something that the customer could order.
 *
 * @param barred why this channel may not take the order; nothing where it may
 */
public record Offer(ProductOffering offering, Optional<Completion.Reason> barred) {

    /** Whether it can be ordered without a question: one of it, here. */
    public boolean isOneStep() {
        return barred.isEmpty() && offering.asked().stream().noneMatch(one -> one.required());
    }
}
