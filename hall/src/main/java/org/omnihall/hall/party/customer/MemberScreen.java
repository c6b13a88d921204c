package org.omnihall.hall.party.customer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.party.Membership;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Members of a company: who joins, until when he stays, what the company pays of his charges. */
@Controller
class MemberScreen {

    private static final String AGAIN = "redirect:/companies/";
    private static final String SAVED = "party.saved";

    private final Memberships memberships;
    private final Subscribers subscribers;
    private final CustomerDesk desk;

    MemberScreen(Memberships memberships, Subscribers subscribers, CustomerDesk desk) {
        this.memberships = memberships;
        this.subscribers = subscribers;
        this.desk = desk;
    }

    @PostMapping("/companies/{id}/members")
    @Demands(Right.CUSTOMER_CHANGE)
    String join(
            Caller caller,
            @PathVariable long id,
            @RequestParam String number,
            @RequestParam String from,
            @RequestParam(defaultValue = "") List<String> pays,
            @RequestParam(defaultValue = "") String cap,
            RedirectAttributes next) {
        long company = desk.company(caller, id).id();
        Optional<Msisdn> msisdn = Msisdn.parse(number);
        Optional<LocalDate> day = day(from);
        Optional<GroupShare> share = share(pays, cap);
        Change<Membership> change = msisdn.isEmpty()
                ? Change.refused(Reason.BAD_NUMBER)
                : day.isEmpty()
                        ? Change.refused(Reason.BAD_DAYS)
                        : share.isEmpty()
                                ? Change.refused(Reason.BAD_AMOUNT)
                                : memberships.join(
                                        new Memberships.Draft(
                                                company,
                                                subscribers.idOf(msisdn.get()),
                                                day.get(),
                                                Optional.empty(),
                                                share.get()),
                                        caller.login());
        CustomerDesk.tell(change, SAVED, next);
        return AGAIN + company;
    }

    /** An empty day lets the membership go on. */
    @PostMapping("/memberships/{id}/end")
    @Demands(Right.CUSTOMER_CHANGE)
    String end(Caller caller, @PathVariable long id, @RequestParam String to, RedirectAttributes next) {
        long company = his(caller, id);
        Optional<LocalDate> day = day(to);
        Change<Membership> change = day.isEmpty() && !to.isBlank()
                ? Change.refused(Reason.BAD_DAYS)
                : memberships.end(id, day, caller.login());
        CustomerDesk.tell(change, SAVED, next);
        return AGAIN + company;
    }

    @PostMapping("/memberships/{id}/pay")
    @Demands(Right.CUSTOMER_CHANGE)
    String pay(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> pays,
            @RequestParam(defaultValue = "") String cap,
            RedirectAttributes next) {
        long company = his(caller, id);
        Change<Membership> change = share(pays, cap)
                .map(share -> memberships.pay(id, share, caller.login()))
                .orElse(Change.refused(Reason.BAD_AMOUNT));
        CustomerDesk.tell(change, SAVED, next);
        return AGAIN + company;
    }

    private long his(Caller caller, long membership) {
        Membership found = memberships.find(membership).orElseThrow(CustomerDesk::missing);
        return desk.company(caller, found.companyId()).id();
    }

    private static Optional<GroupShare> share(List<String> pays, String cap) {
        Set<ChargeKind> kinds = EnumSet.noneOf(ChargeKind.class);
        pays.forEach(name -> ChargeKind.named(name).ifPresent(kinds::add));
        Optional<Long> fen = Amounts.fen(cap);
        return fen.isEmpty() && !cap.isBlank() ? Optional.empty() : Optional.of(new GroupShare(kinds, fen));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
