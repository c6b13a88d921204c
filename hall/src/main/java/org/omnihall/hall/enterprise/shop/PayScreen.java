package org.omnihall.hall.enterprise.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Pays what an order owes: on the account, or on the page of a cashier. The way to a cashier goes over a page of ours: a form that leads to
 * another origin by a redirect is refused by the policy of contents. That somebody comes back says nothing of the money; the page waits for
 * the cashier's word.
 */
@Controller
@OpenToAll
class PayScreen {

    private static final String REFRESH = "Refresh";

    private final CompanyOrders mine;
    private final Orders orders;
    private final Cashiers cashiers;
    private final HallCounter counter;
    private final HallPages pages;

    PayScreen(CompanyOrders mine, Orders orders, Cashiers cashiers, HallCounter counter, HallPages pages) {
        this.mine = mine;
        this.orders = orders;
        this.cashiers = cashiers;
        this.counter = counter;
        this.pages = pages;
    }

    @PostMapping("/enterprise/orders/{id}/pay")
    @Asks(Role.FINANCE)
    String onAccount(Member member, @PathVariable long id, RedirectAttributes next) {
        Order order = mine.order(member, id);
        return CompanyOrderScreen.told(
                id, orders.pay(id, Payment.Method.ACCOUNT, order.dueNowFen(), "", counter.by(member)), next);
    }

    @PostMapping("/enterprise/orders/{id}/cashier")
    @Asks(Role.FINANCE)
    String atCashier(
            Member member,
            @PathVariable long id,
            @RequestParam String cashier,
            HttpServletRequest request,
            RedirectAttributes next) {
        mine.order(member, id);
        URI back = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/enterprise/orders/" + id + "/paid")
                .build()
                .toUri();
        return switch (cashiers.begin(id, cashier, back, counter.by(member))) {
            case Cashiers.Beginning.Begun(URI page) -> {
                next.addFlashAttribute("cashier", page);
                yield "redirect:/enterprise/orders/" + id + "/way";
            }
            case Cashiers.Beginning.Refused(var reason) -> {
                Flash.bad(next, "ordering.refused." + reason);
                yield "redirect:/enterprise/orders/" + id;
            }
        };
    }

    /** The way to the cashier; looked at again, it leads back to the order. */
    @GetMapping("/enterprise/orders/{id}/way")
    @Asks(Role.FINANCE)
    ModelAndView way(Member member, @PathVariable long id, Model model, HttpServletResponse response) {
        Order order = mine.order(member, id);
        if (model.getAttribute("cashier") instanceof URI page) {
            response.setHeader(REFRESH, "1;url=" + page);
            return new ModelAndView(pages.html("way", Map.of("order", order, "page", page.toString())));
        }
        return new ModelAndView("redirect:/enterprise/orders/" + id);
    }

    @GetMapping("/enterprise/orders/{id}/paid")
    @Asks({Role.ADMIN, Role.BUYER, Role.FINANCE})
    ModelAndView comeBack(Member member, @PathVariable long id, HttpServletResponse response) {
        Order order = mine.order(member, id);
        if (order.state() != OrderState.PENDING_PAYMENT) {
            return new ModelAndView("redirect:/enterprise/orders/" + id);
        }
        response.setHeader(REFRESH, "2");
        return new ModelAndView(pages.html("paid", Map.of("order", order, "attempt", cashiers.attempt(id))));
    }
}
