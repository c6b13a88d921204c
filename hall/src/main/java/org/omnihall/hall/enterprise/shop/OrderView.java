package org.omnihall.hall.enterprise.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderEvent;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.Step;

/**
 * One order as its company sees it.
 *
 * @param may what the member may do with it now
 * @param cashiers on whose pages it can be paid
 * @param products the products of its items that are there, by id of the item
 */
public record OrderView(
        Order order,
        May may,
        List<Step> steps,
        List<OrderEvent> history,
        Optional<Payment> payment,
        List<Cashiers.OpenCashier> cashiers,
        Map<String, String> names,
        Map<Long, Long> products) {

    /** What somebody may do; the door of orders decides anew. */
    public record May(boolean approve, boolean payOnAccount, boolean pay, boolean cancel, boolean retry) {}

    /** Whether the page is to be looked at again by itself. */
    public boolean moves() {
        return switch (order.state()) {
            case ACKNOWLEDGED, IN_PROGRESS, COMPENSATING, CANCELLING -> true;
            case DRAFT, PENDING_APPROVAL, PENDING_PAYMENT, HELD, COMPLETED, FAILED, CANCELLED, REJECTED -> false;
        };
    }

    public long stepsDone() {
        return steps.stream().filter(step -> step.state() == Step.State.DONE).count();
    }

    /** The icon of a step. */
    public static String icon(Step.State state) {
        return switch (state) {
            case DONE -> "circle-check";
            case FAILED -> "circle-x";
            case RUNNING -> "refresh";
            case UNDOING, UNDONE -> "arrow-left";
            case WAITING, SKIPPED -> "clock";
        };
    }
}
