package org.omnihall.hall.ordering;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that is wanted.
 *
 * @param offering its code; for a product that is there, that of the product
 * @param answers to what the offering asks, by code of the question; nothing is asked at a termination
 * @param trial whether it is to be tried, for the days that the offering says
 * @param product the id of the product that is to be changed or terminated
 */
public record Wish(
        String offering,
        int quantity,
        ItemAction action,
        Map<String, String> answers,
        boolean trial,
        Optional<Long> product) {

    public Wish {
        answers = Map.copyOf(answers);
    }

    public static Wish add(String offering, int quantity, Map<String, String> answers) {
        return new Wish(offering, quantity, ItemAction.ADD, answers, false, Optional.empty());
    }

    public static Wish trial(String offering, int quantity, Map<String, String> answers) {
        return new Wish(offering, quantity, ItemAction.ADD, answers, true, Optional.empty());
    }

    /** A change of quantity and answers; for a product on trial, the order that keeps it. */
    public static Wish change(Product product, int quantity, Map<String, String> answers) {
        return new Wish(product.offering(), quantity, ItemAction.CHANGE, answers, false, Optional.of(product.id()));
    }

    public static Wish terminate(Product product) {
        return new Wish(
                product.offering(),
                product.quantity(),
                ItemAction.TERMINATE,
                Map.of(),
                false,
                Optional.of(product.id()));
    }

    /** The same text for the same wish, in whatever order the answers came. */
    String canonical() {
        return offering + " " + quantity + " " + action + " " + new TreeMap<>(answers) + " " + trial + " " + product;
    }
}
