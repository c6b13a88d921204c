package org.omnihall.hall.enterprise.shop;

import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.ProductState;

/** How good or bad a state is, as a badge's tone. */
public final class OrderTone {

    private OrderTone() {}

    public static String of(OrderState state) {
        return switch (state) {
            case COMPLETED -> "good";
            case FAILED, HELD -> "bad";
            case PENDING_APPROVAL, PENDING_PAYMENT, COMPENSATING, CANCELLING -> "warn";
            case DRAFT, ACKNOWLEDGED, IN_PROGRESS, CANCELLED, REJECTED -> "calm";
        };
    }

    public static String of(ProductState state) {
        return switch (state) {
            case ACTIVE -> "good";
            case SUSPENDED -> "warn";
            case TERMINATED -> "calm";
        };
    }
}
