package org.omnihall.hall.ordering.screens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderEvent;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.PaymentAttempt;
import org.omnihall.hall.ordering.Step;

/**
 * One order with all that belongs to it.
 *
 * @param administrators the logins that may agree, by id
 * @param answers what was answered for an item, by its id and the names of the questions
 */
public record OrderPage(
        Order order,
        List<Step> steps,
        List<OrderEvent> history,
        Optional<Payment> payment,
        List<PaymentAttempt> attempts,
        Map<String, String> administrators,
        Map<Buyer, String> buyers,
        Map<String, String> offerings,
        Map<Long, Map<String, String>> answers,
        Map<ChannelId, String> channels) {

    /** How good or bad a state is, as a badge's tone. */
    public static String tone(PaymentAttempt.State state) {
        return switch (state) {
            case PAID -> "good";
            case TO_REFUND -> "bad";
            case BEGUN -> "warn";
            case FAILED, EXPIRED -> "calm";
        };
    }

    public static String tone(Step.State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case UNDOING, UNDONE -> "warn";
            case WAITING, RUNNING, SKIPPED -> "calm";
        };
    }
}
