package org.omnihall.hall.enterprise.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** A company's bills, line by line, and what the running month has cost so far (requirement D12). */
@Controller
@OpenToAll
class CompanyBillScreen {

    private static final int MOST = 36;

    private final Bills bills;
    private final BillingAccounts accounts;
    private final Wares wares;
    private final HallPages pages;

    CompanyBillScreen(Bills bills, BillingAccounts accounts, Wares wares, HallPages pages) {
        this.bills = bills;
        this.accounts = accounts;
        this.wares = wares;
        this.pages = pages;
    }

    @GetMapping("/enterprise/bills")
    @Asks({Role.ADMIN, Role.FINANCE})
    View list(Member member, Locale language) {
        List<BillingAccount> his = accounts.of(PartyRef.company(member.company().id()));
        Map<BillingAccount, List<BillLine>> running = new LinkedHashMap<>();
        his.forEach(account -> running.put(account, bills.running(account.id())));
        return pages.html(
                "bills",
                Map.of(
                        "bills", bills.ofCompany(member.company().id(), MOST),
                        "running", running,
                        "names", wares.names(language)));
    }

    @GetMapping("/enterprise/bills/{id}")
    @Asks({Role.ADMIN, Role.FINANCE})
    View one(Member member, @PathVariable long id, Locale language) {
        Bill bill = bills.find(id)
                .filter(one -> accounts.of(PartyRef.company(member.company().id())).stream()
                        .anyMatch(account -> account.id() == one.account()))
                .orElseThrow(HallPages::notFound);
        return pages.html("bill", Map.of("bill", bill, "names", wares.names(language)));
    }
}
