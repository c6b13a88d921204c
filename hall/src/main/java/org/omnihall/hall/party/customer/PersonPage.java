package org.omnihall.hall.party.customer;

import java.util.List;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.Individual;

/** All that the page of a person shows. */
public record PersonPage(Individual person, List<Held> numbers, List<BillingAccount> accounts, List<Consent> consents) {

    /**
     * One of the numbers that he holds.
     *
     * @param companies the names of those whose member it is today
     */
    public record Held(long subscriber, String masked, List<String> companies) {}
}
