package org.omnihall.hall.interaction;

import java.time.Instant;

/**
 * How one thing stands between a customer and us.
 *
 * @param product its name or code, at most 100 characters
 * @param state its owner's word for it, such as {@code ACTIVE}, at most 40 characters
 * @param since when it got there
 * @param zh a sentence in Chinese, at most 200 characters; {@code en} the same in English
 */
public record StateLine(Kind kind, String product, String state, Instant since, String zh, String en) {

    /** What it is about. */
    public enum Kind {
        PRODUCT,
        ORDER,
        SESSION,
        CASE,
        /** Bills, payments and debts: {@link CardField#BILL} says who sees it. */
        BILL
    }

    public StateLine {
        if (product.length() > 100 || state.length() > 40 || zh.length() > 200 || en.length() > 200) {
            throw new IllegalArgumentException("a state is told in few characters: " + product);
        }
    }
}
