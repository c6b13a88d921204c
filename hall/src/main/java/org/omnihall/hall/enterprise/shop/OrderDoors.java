package org.omnihall.hall.enterprise.shop;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.UserLogin.Role;
import org.springframework.stereotype.Component;

/** Gathers what the page of an order shows. */
@Component
class OrderDoors {

    private final Orders orders;
    private final Cashiers cashiers;
    private final BillingAccounts accounts;
    private final Wares wares;

    OrderDoors(Orders orders, Cashiers cashiers, BillingAccounts accounts, Wares wares) {
        this.orders = orders;
        this.cashiers = cashiers;
        this.accounts = accounts;
        this.wares = wares;
    }

    OrderView view(Member member, Order order, Locale language) {
        Map<Long, Long> products = new HashMap<>();
        order.items().forEach(item -> item.product().ifPresent(product -> products.put(item.id(), product)));
        OrderView.May may = may(member, order);
        return new OrderView(
                order,
                may,
                orders.steps(order.id()),
                orders.history(order.id()),
                orders.payment(order.id()),
                may.pay() ? cashiers.open() : List.of(),
                wares.names(language),
                products);
    }

    private OrderView.May may(Member member, Order order) {
        boolean buys = member.holds(Role.BUYER, Role.ADMIN);
        boolean pays = order.state() == OrderState.PENDING_PAYMENT && member.holds(Role.FINANCE);
        return new OrderView.May(
                order.state() == OrderState.PENDING_APPROVAL && member.holds(Role.ADMIN),
                pays && isBilled(order),
                pays,
                buys && order.canBeCancelled(),
                buys && order.state() == OrderState.HELD);
    }

    private boolean isBilled(Order order) {
        return order.account()
                .flatMap(accounts::find)
                .filter(account -> account.form() == BillingAccount.Form.POSTPAID)
                .filter(account -> account.state() == BillingAccount.State.ACTIVE)
                .isPresent();
    }
}
