package org.omnihall.hall.ordering;

/** What became of a wish to lead a cart or an order on. */
public sealed interface OrderChange {

    /** The order as it is now. */
    record Done(Order order) implements OrderChange {}

    /** Nothing was changed. */
    record Refused(Refusal reason, String detail) implements OrderChange {}

    static OrderChange refused(Refusal reason) {
        return new Refused(reason, "");
    }
}
