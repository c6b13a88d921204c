package org.omnihall.hall.party.customer;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.AccountManagers;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Membership;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.party.customer.CompanyPage.Management;
import org.omnihall.hall.party.customer.CompanyPage.Member;
import org.omnihall.hall.party.customer.CompanyPage.Tiering;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** Gathers what the page of a company shows. */
@Component
class CompanyPages {

    private final Companies companies;
    private final Tiers tiers;
    private final AccountManagers managers;
    private final Grids grids;
    private final Memberships memberships;
    private final Subscribers subscribers;
    private final Parties parties;
    private final BillingAccounts accounts;
    private final UserLogins logins;
    private final Consents consents;

    CompanyPages(
            Companies companies,
            Tiers tiers,
            AccountManagers managers,
            Grids grids,
            Memberships memberships,
            Subscribers subscribers,
            Parties parties,
            BillingAccounts accounts,
            UserLogins logins,
            Consents consents) {
        this.companies = companies;
        this.tiers = tiers;
        this.managers = managers;
        this.grids = grids;
        this.memberships = memberships;
        this.subscribers = subscribers;
        this.parties = parties;
        this.accounts = accounts;
        this.logins = logins;
        this.consents = consents;
    }

    CompanyPage of(Company company, Paging paging) {
        PartyRef who = PartyRef.company(company.id());
        return new CompanyPage(
                company,
                company.facts().parent().flatMap(companies::find),
                companies.partsOf(company.id()),
                new Tiering(tiers.standing(company.id()).orElseThrow(), tiers.history(company.id())),
                new Management(
                        managers.ownOf(company.id()).isPresent(),
                        managers.candidates(company.areaPath()),
                        managers.historyOfCompany(company.id()),
                        grids.around(company.areaPath())),
                members(company.id(), paging),
                accounts.of(who),
                logins.of(company.id()),
                consents.history(who));
    }

    private Slice<Member> members(long companyId, Paging paging) {
        Slice<Membership> page = memberships.of(companyId, paging);
        Map<Long, Msisdn> numbers = subscribers.numbersOf(
                page.rows().stream().map(Membership::subscriberId).toList());
        return new Slice<>(
                page.rows().stream().map(one -> member(one, numbers)).toList(), page.previous(), page.next());
    }

    private Member member(Membership membership, Map<Long, Msisdn> numbers) {
        return new Member(
                membership,
                Optional.ofNullable(numbers.get(membership.subscriberId()))
                        .map(Msisdn::masked)
                        .orElse("–"),
                parties.holderOf(membership.subscriberId())
                        .map(Individual::name)
                        .orElse("–"),
                memberships.isOnToday(membership));
    }
}
