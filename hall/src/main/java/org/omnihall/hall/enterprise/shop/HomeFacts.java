package org.omnihall.hall.enterprise.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.interaction.Notice;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Product;

/**
 * What somebody finds when he comes in.
 *
 * @param waiting orders that wait for him: to agree to, or to pay
 * @param carts that were begun, by whomever
 * @param moving orders that are being worked on
 * @param slot what is shown, and why
 * @param writes whether he may write to members
 */
public record HomeFacts(
        List<Order> waiting,
        List<Order> carts,
        List<Order> moving,
        List<Product> products,
        Optional<Bill> bill,
        Optional<SlotChoice> slot,
        List<Notice> notices,
        Map<String, String> names,
        boolean writes) {

    public HomeFacts {
        waiting = List.copyOf(waiting);
        carts = List.copyOf(carts);
        moving = List.copyOf(moving);
        products = List.copyOf(products);
        notices = List.copyOf(notices);
    }
}
