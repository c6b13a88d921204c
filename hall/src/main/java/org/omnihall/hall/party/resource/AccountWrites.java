package org.omnihall.hall.party.resource;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.PartyRef;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes billing accounts from outside: opens one for a person or company, suspends, resumes and closes it. */
@Component
class AccountWrites {

    private final BillingAccounts accounts;
    private final Companies companies;
    private final Individuals individuals;
    private final RowVersions versions;

    AccountWrites(BillingAccounts accounts, Companies companies, Individuals individuals, RowVersions versions) {
        this.accounts = accounts;
        this.companies = companies;
        this.individuals = individuals;
        this.versions = versions;
    }

    String create(ObjectNode posted, ApiClient by) {
        Refusals.only(posted, Set.of("name", "accountType", "relatedParty"));
        BillingAccount.Form form = named(BillingAccount.Form.values(), posted.path("accountType"))
                .orElseThrow(() -> Refusals.body("accountType is prepaid or postpaid"));
        BillingAccount opened = Refusals.done(accounts.open(
                owner(posted.path("relatedParty"), by), posted.path("name").asString(""), form, by.actor()));
        return Long.toString(opened.id());
    }

    boolean change(Stored before, ObjectNode after, ApiClient by) {
        long id = Long.parseLong(before.id());
        if (!versions.holds("party.billing_account", id, before.version())) {
            return false;
        }
        BillingAccount.State state = named(BillingAccount.State.values(), after.path("state"))
                .orElseThrow(() -> Refusals.body("state is active, suspended or closed"));
        Refusals.done(accounts.put(id, state, by.actor()));
        return true;
    }

    private PartyRef owner(JsonNode parties, ApiClient by) {
        JsonNode only = parties.path(0);
        Optional<Long> id = Optional.of(only.path("id").asString(""))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong);
        if (parties.size() != 1 || id.isEmpty()) {
            throw Refusals.body("relatedParty is one owner with his id");
        }
        Optional<PartyRef> owner = switch (only.path("@referredType").asString("")) {
            case "Individual" ->
                individuals
                        .find(id.get())
                        .filter(person -> person.areaPath().startsWith(by.areaPath()))
                        .map(Individual::id)
                        .map(PartyRef::individual);
            case "Organization" ->
                companies
                        .find(id.get())
                        .filter(company -> company.areaPath().startsWith(by.areaPath()))
                        .map(Company::id)
                        .map(PartyRef::company);
            case String other -> throw Refusals.body("relatedParty.@referredType is Individual or Organization");
        };
        return owner.orElseThrow(() -> Refusals.body("relatedParty.id is nobody's"));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, JsonNode text) {
        return Stream.of(all)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text.asString("")))
                .findFirst();
    }
}
