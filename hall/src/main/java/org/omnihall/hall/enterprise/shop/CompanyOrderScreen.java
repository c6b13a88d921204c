package org.omnihall.hall.enterprise.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company's orders: listed, followed step by step, agreed to by its own roles, called off and tried again. */
@Controller
@OpenToAll
class CompanyOrderScreen {

    private static final int LONGEST_REMARK = 200;

    private final CompanyOrders mine;
    private final Orders orders;
    private final HallCounter counter;
    private final OrdersDrawn drawn;

    CompanyOrderScreen(CompanyOrders mine, Orders orders, HallCounter counter, OrdersDrawn drawn) {
        this.mine = mine;
        this.orders = orders;
        this.counter = counter;
        this.drawn = drawn;
    }

    /** What pages of orders are drawn with. */
    @Component
    record OrdersDrawn(OrderDoors doors, Wares wares, HallPages pages) {}

    @GetMapping("/enterprise/orders")
    @Asks({Role.ADMIN, Role.BUYER, Role.FINANCE})
    View list(Member member, @RequestParam(defaultValue = "") String state, Paging paging, Locale language) {
        Optional<OrderState> wanted = List.of(OrderState.values()).stream()
                .filter(one -> one.name().equals(state))
                .findFirst();
        return drawn.pages()
                .html(
                        "orders",
                        Map.of(
                                "slice",
                                mine.list(member, wanted, paging),
                                "names",
                                drawn.wares().names(language)));
    }

    @GetMapping("/enterprise/orders/{id}")
    @Asks({Role.ADMIN, Role.BUYER, Role.FINANCE})
    ModelAndView one(Member member, @PathVariable long id, Locale language) {
        Order order = mine.order(member, id);
        return order.state() == OrderState.DRAFT
                ? new ModelAndView("redirect:/enterprise/carts/" + id)
                : new ModelAndView(drawn.pages()
                        .html("order", Map.of("view", drawn.doors().view(member, order, language))));
    }

    @PostMapping("/enterprise/orders/{id}/approve")
    @Asks(Role.ADMIN)
    String approve(Member member, @PathVariable long id, RedirectAttributes next) {
        mine.order(member, id);
        return told(id, orders.approve(id, counter.by(member)), next);
    }

    @PostMapping("/enterprise/orders/{id}/reject")
    @Asks(Role.ADMIN)
    String reject(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        mine.order(member, id);
        return told(id, orders.reject(id, cut(remark), counter.by(member)), next);
    }

    @PostMapping("/enterprise/orders/{id}/cancel")
    @Asks({Role.ADMIN, Role.BUYER})
    String cancel(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes next) {
        mine.order(member, id);
        return told(id, orders.cancel(id, cut(remark), counter.by(member)), next);
    }

    @PostMapping("/enterprise/orders/{id}/retry")
    @Asks({Role.ADMIN, Role.BUYER})
    String retry(Member member, @PathVariable long id, RedirectAttributes next) {
        mine.order(member, id);
        return told(id, orders.retry(id, counter.by(member)), next);
    }

    static String told(long order, OrderChange change, RedirectAttributes next) {
        switch (change) {
            case OrderChange.Done done -> Flash.good(next, "ordering.done");
            case OrderChange.Refused refused -> Flash.bad(next, "ordering.refused." + refused.reason());
        }
        return "redirect:/enterprise/orders/" + order;
    }

    private static String cut(String remark) {
        String text = remark.strip();
        return text.length() > LONGEST_REMARK ? text.substring(0, LONGEST_REMARK) : text;
    }
}
