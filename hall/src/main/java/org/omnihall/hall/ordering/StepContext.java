package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Map;

/**
 * What a step is to do, and for whom.
 *
 * @param key the same for the same step, however often it is run; at its undoing, and at the end of the product, too
 * @param order with its buyer, journey and Area
 * @param item with the answers and the quantity
 * @param offering the code of the offering, or part of a bundle, whose plan it is of
 * @param results what earlier steps of the item told, and, where it is run again or undone, what it told itself
 * @param at now
 */
public record StepContext(
        String key, Order order, OrderItem item, String offering, Map<String, String> results, Instant at) {

    public StepContext {
        results = Map.copyOf(results);
    }

    /** An answer given at the order; empty where none was. */
    public String answer(String question) {
        return item.answers().getOrDefault(question, "");
    }
}
