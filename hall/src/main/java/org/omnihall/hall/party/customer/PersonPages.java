package org.omnihall.hall.party.customer;

import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.customer.PersonPage.Held;
import org.springframework.stereotype.Component;

/** Gathers what the page of a person shows. */
@Component
class PersonPages {

    private final Parties parties;
    private final Subscribers subscribers;
    private final Memberships memberships;
    private final Companies companies;
    private final BillingAccounts accounts;
    private final Consents consents;

    PersonPages(
            Parties parties,
            Subscribers subscribers,
            Memberships memberships,
            Companies companies,
            BillingAccounts accounts,
            Consents consents) {
        this.parties = parties;
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.companies = companies;
        this.accounts = accounts;
        this.consents = consents;
    }

    PersonPage of(Individual person) {
        PartyRef who = PartyRef.individual(person.id());
        return new PersonPage(
                person,
                parties.heldBy(person.id()).stream().map(this::held).toList(),
                accounts.of(who),
                consents.history(who));
    }

    private Held held(long subscriber) {
        return new Held(
                subscriber,
                subscribers.numberOf(subscriber).map(Msisdn::masked).orElse("–"),
                memberships.today(subscriber).stream()
                        .flatMap(membership -> companies.find(membership.companyId()).stream())
                        .map(Company::name)
                        .toList());
    }
}
