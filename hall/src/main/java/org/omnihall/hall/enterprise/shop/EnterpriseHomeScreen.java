package org.omnihall.hall.enterprise.shop;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.interaction.Notices;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.ProductState;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a company's people begin: what waits for them, what they have, and what may interest them. */
@Controller
@OpenToAll
class EnterpriseHomeScreen {

    private final CompanyOrders mine;
    private final HallSlot slot;
    private final Told told;
    private final HallPages pages;
    private final Clock clock;

    EnterpriseHomeScreen(CompanyOrders mine, HallSlot slot, Told told, HallPages pages, Clock clock) {
        this.mine = mine;
        this.slot = slot;
        this.told = told;
        this.pages = pages;
        this.clock = clock;
    }

    /** What is told besides orders and products. */
    @Component
    record Told(Bills bills, Notices notices, Wares wares, SmsLines lines) {}

    /** What a session keeps of a visit: whose it is, and under which id. */
    private record Visit(long user, UUID id) implements Serializable {}

    @GetMapping("/enterprise/home")
    @Asks({})
    View home(Member member, @RequestParam(defaultValue = "") String welcome, HttpSession session, Locale language) {
        boolean sees = member.holds(Role.ADMIN, Role.BUYER, Role.FINANCE);
        HomeFacts facts = new HomeFacts(
                sees ? waiting(member) : List.of(),
                member.holds(Role.ADMIN, Role.BUYER) ? mine.in(member, OrderState.DRAFT) : List.of(),
                sees ? moving(member) : List.of(),
                sees ? products(member) : List.of(),
                bill(member),
                slot.shown(member, visit(member, session)),
                told.notices().current(member.company().areaPath(), clock.instant()),
                told.wares().names(language),
                member.holds(Role.ADMIN, Role.BUYER)
                        && !told.lines().of(member.company().id()).isEmpty());
        return pages.html("home", Map.of("facts", facts, "welcome", welcome.equals("yes")));
    }

    /** Leads to what the slot showed: the offering where it is one for companies, or back home. */
    @PostMapping("/enterprise/slot")
    @Asks({})
    String clicked(Member member, HttpSession session) {
        return slot.clicked(member, visit(member, session))
                .flatMap(SlotItem::offering)
                .filter(code -> told.wares().find(code).isPresent())
                .map(code -> "redirect:/enterprise/offerings/" + code)
                .orElse("redirect:/enterprise");
    }

    private List<Order> waiting(Member member) {
        List<Order> waiting = new ArrayList<>();
        if (member.holds(Role.ADMIN)) {
            waiting.addAll(mine.in(member, OrderState.PENDING_APPROVAL));
        }
        if (member.holds(Role.FINANCE)) {
            waiting.addAll(mine.in(member, OrderState.PENDING_PAYMENT));
        }
        return waiting;
    }

    private List<Order> moving(Member member) {
        List<Order> moving = new ArrayList<>(mine.in(member, OrderState.IN_PROGRESS));
        moving.addAll(mine.in(member, OrderState.HELD));
        return moving;
    }

    private List<Product> products(Member member) {
        return mine.products(member, Optional.of(ProductState.ACTIVE), Paging.first())
                .rows();
    }

    private Optional<Bill> bill(Member member) {
        return member.holds(Role.ADMIN, Role.FINANCE)
                ? told.bills().ofCompany(member.company().id(), 1).stream().findFirst()
                : Optional.empty();
    }

    /** A visit is one person's: who signs in after another in the same session begins his own. */
    private UUID visit(Member member, HttpSession session) {
        if (session.getAttribute(Member.VISIT) instanceof Visit known
                && known.user() == member.user().id()) {
            return known.id();
        }
        Visit fresh = new Visit(member.user().id(), MomentId.at(clock.instant()));
        session.setAttribute(Member.VISIT, fresh);
        return fresh.id();
    }
}
