package org.omnihall.hall.ordering;

import java.util.Map;
import java.util.Optional;

/**
 * One item of an order.
 *
 * @param id 0 where it is not written yet
 * @param trialDays for how long it is tried; nothing where it is bought
 * @param product the product it is about; for one that is added, there once the order is completed
 */
public record OrderItem(
        long id,
        String offering,
        int quantity,
        ItemAction action,
        Map<String, String> answers,
        Optional<Integer> trialDays,
        Optional<Long> product,
        Charges charges) {

    public OrderItem {
        answers = Map.copyOf(answers);
    }

    OrderItem with(long newId) {
        return new OrderItem(newId, offering, quantity, action, answers, trialDays, product, charges);
    }

    boolean isTrial() {
        return trialDays.isPresent();
    }

    /** What was wished for, as it can be wished for again. */
    public Wish wish() {
        return new Wish(offering, quantity, action, answers, isTrial(), product);
    }
}
