package org.omnihall.hall.ordering.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderFilter;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.shell.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders of the caller's Area: listed, shown with their steps and history, and led on. */
@Controller
class OrderScreen {

    private static final int LONGEST_REMARK = 200;

    private final Orders orders;
    private final Found found;
    private final OrderNames names;
    private final Pages pages;
    private final ShellSettings settings;

    OrderScreen(Orders orders, Found found, OrderNames names, Pages pages, ShellSettings settings) {
        this.orders = orders;
        this.found = found;
        this.names = names;
        this.pages = pages;
        this.settings = settings;
    }

    /** Where what was typed is looked for, and how it was paid. */
    @Component
    record Found(Companies companies, Channels channels, UserLogins logins, Cashiers cashiers) {}

    @GetMapping("/orders")
    @Demands(Right.ORDER_SEE)
    View list(Caller caller, @RequestParam Map<String, String> typed, Paging paging, Locale language) {
        Slice<Order> slice = filter(caller, typed)
                .map(filter -> orders.list(filter, paging))
                .orElseGet(() -> new Slice<>(List.of(), Optional.empty(), Optional.empty()));
        return pages.html(
                "ordering/orders",
                Map.of(
                        "slice", slice,
                        "buyers",
                                names.buyers(
                                        slice.rows().stream().map(Order::buyer).toList()),
                        "offerings", names.offerings(language),
                        "channels", names.channels(language)));
    }

    @GetMapping("/orders/{id}")
    @Demands(Right.ORDER_SEE)
    View one(Caller caller, @PathVariable long id, Locale language) {
        Order order = his(caller, id);
        OrderPage page = new OrderPage(
                order,
                orders.steps(id),
                orders.history(id),
                orders.payment(id),
                found.cashiers().attempts(id),
                administrators(order.buyer()),
                names.buyers(List.of(order.buyer())),
                names.offerings(language),
                order.items().stream().collect(Collectors.toMap(OrderItem::id, item -> names.answers(item, language))),
                names.channels(language));
        return pages.html("ordering/order", Map.of("page", page));
    }

    /** An administrator of the company has agreed, on paper or by telephone. */
    @PostMapping("/orders/{id}/approve")
    @Demands(Right.ORDER_CHANGE)
    String approve(Caller caller, @PathVariable long id, @RequestParam long user, RedirectAttributes next) {
        Order order = his(caller, id);
        return told(order, orders.approve(id, as(caller, order, user)), next);
    }

    @PostMapping("/orders/{id}/reject")
    @Demands(Right.ORDER_CHANGE)
    String reject(
            Caller caller,
            @PathVariable long id,
            @RequestParam long user,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        Order order = his(caller, id);
        return told(order, orders.reject(id, cut(remark), as(caller, order, user)), next);
    }

    /** It was paid at a counter; the receipt's number is asked for. */
    @PostMapping("/orders/{id}/pay")
    @Demands(Right.ORDER_CHANGE)
    String pay(Caller caller, @PathVariable long id, @RequestParam String receipt, RedirectAttributes next) {
        Order order = his(caller, id);
        if (receipt.isBlank() || receipt.length() > 60) {
            Flash.bad(next, "ordering.badReceipt");
            return page(order);
        }
        By clerk = By.staff(caller.login(), order.channel());
        return told(order, orders.pay(id, Payment.Method.STORE, order.dueNowFen(), receipt.strip(), clerk), next);
    }

    @PostMapping("/orders/{id}/cancel")
    @Demands(Right.ORDER_CHANGE)
    String cancel(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        Order order = his(caller, id);
        return told(order, orders.cancel(id, cut(remark), By.staff(caller.login(), order.channel())), next);
    }

    @PostMapping("/orders/{id}/retry")
    @Demands(Right.ORDER_CHANGE)
    String retry(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Order order = his(caller, id);
        return told(order, orders.retry(id, By.staff(caller.login(), order.channel())), next);
    }

    private Order his(Caller caller, long id) {
        return orders.find(id)
                .filter(order -> caller.covers(order.areaPath()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static By as(Caller caller, Order order, long user) {
        return new By(caller.login(), Optional.of(user), order.channel());
    }

    private static String told(Order order, OrderChange change, RedirectAttributes next) {
        switch (change) {
            case OrderChange.Done done -> Flash.good(next, "ordering.done");
            case OrderChange.Refused refused -> Flash.bad(next, "ordering.refused." + refused.reason());
        }
        return page(order);
    }

    private static String page(Order order) {
        return "redirect:/orders/" + order.id();
    }

    private static String cut(String remark) {
        String text = remark.strip();
        return text.length() > LONGEST_REMARK ? text.substring(0, LONGEST_REMARK) : text;
    }

    private Map<String, String> administrators(Buyer buyer) {
        Map<String, String> some = new LinkedHashMap<>();
        if (buyer instanceof Buyer.Firm firm) {
            found.logins().of(firm.company()).stream()
                    .filter(user -> user.roles().contains(UserLogin.Role.ADMIN) && !user.locked())
                    .forEach(user -> some.put(Long.toString(user.id()), user.name()));
        }
        return some;
    }

    /** Nothing where what was typed names nobody. */
    private Optional<OrderFilter> filter(Caller caller, Map<String, String> typed) {
        String company = typed.getOrDefault("company", "").strip();
        String channel = typed.getOrDefault("channel", "");
        Optional<Long> companyId = found.companies().typed(company).map(Company::id);
        Optional<ChannelId> channelId = found.channels().byCode(channel).map(Channel::id);
        if ((!company.isEmpty() && companyId.isEmpty()) || (!channel.isEmpty() && channelId.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new OrderFilter(
                caller.areaPath(),
                List.of(OrderState.values()).stream()
                        .filter(state -> state.name().equals(typed.get("state")))
                        .findFirst(),
                company.isEmpty() ? Optional.empty() : companyId,
                Optional.empty(),
                Optional.of(typed.getOrDefault("offering", "").strip()).filter(code -> !code.isEmpty()),
                channelId,
                Amounts.moment(typed.getOrDefault("from", ""), settings.zone()),
                Amounts.moment(typed.getOrDefault("until", ""), settings.zone())));
    }
}
