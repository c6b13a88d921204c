package org.omnihall.hall.ordering;

/** Why an order, or a step of its life, is refused; the words are {@code ordering.refused.NAME}. */
public enum Refusal {
    UNKNOWN,
    /** The same key came with another order. */
    KEY_REUSED,
    NO_ITEMS,
    TOO_MANY_ITEMS,
    /** Terminations are ordered by themselves. */
    MIXED,
    BUYER_UNKNOWN,
    /** The login is not of the company, is locked, or lacks the role. */
    ROLE_MISSING,
    ACCOUNT_UNKNOWN,
    ACCOUNT_NOT_ACTIVE,
    /** Only an account that pays afterwards takes it on its next bill. */
    ACCOUNT_PREPAID,
    CHANNEL_UNKNOWN,
    CHANNEL_NOT_OPEN,
    /** This type of business is kept away from this class of channels (B16). */
    NOT_ON_THIS_CHANNEL,
    /** Sensitive business is completed in an own store and nowhere else (B16). */
    SENSITIVE_OUTSIDE_OWN_STORE,
    OFFERING_UNKNOWN,
    /** It is not for this buyer, not in a state that can be ordered, has no price, or cannot be fulfilled (D2, D16). */
    NOT_SELLABLE,
    NOT_TO_BE_TRIED,
    /** A buyer tries an offering once. */
    TRIED_BEFORE,
    QUANTITY_OUTSIDE,
    /** An answer is missing or wrong; the detail is the question and what is wrong. */
    ANSWER_WRONG,
    PRODUCT_UNKNOWN,
    PRODUCT_NOT_ACTIVE,
    /** Another order about the product is under way. */
    PRODUCT_IN_ORDER,
    /** The order's state does not allow it. */
    NOT_NOW,
    ALREADY_PAID,
    /** The sum is not what is due. */
    SUM_WRONG,
    /** No open cashier has this code. */
    CASHIER_UNKNOWN,
    /** The cashier did not answer, or not as he should. */
    CASHIER_SILENT
}
