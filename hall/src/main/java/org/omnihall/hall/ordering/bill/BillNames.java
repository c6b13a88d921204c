package org.omnihall.hall.ordering.bill;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** What people call owners, offerings and subscribers: persons by their first letter, numbers with most digits hidden. */
@Component
class BillNames {

    private static final String NOBODY = "–";

    private final Companies companies;
    private final Individuals individuals;
    private final Offerings offerings;
    private final Subscribers subscribers;

    BillNames(Companies companies, Individuals individuals, Offerings offerings, Subscribers subscribers) {
        this.companies = companies;
        this.individuals = individuals;
        this.offerings = offerings;
        this.subscribers = subscribers;
    }

    String owner(BillCycle cycle) {
        return owners(List.of(cycle)).getOrDefault(cycle.account(), NOBODY);
    }

    /** By account. */
    Map<Long, String> owners(Collection<BillCycle> cycles) {
        Map<Long, String> firms = new HashMap<>();
        companies.find(ids(cycles, PartyRef.Kind.COMPANY)).forEach((id, firm) -> firms.put(id, firm.name()));
        Map<Long, String> persons = new HashMap<>();
        individuals
                .find(ids(cycles, PartyRef.Kind.INDIVIDUAL))
                .forEach((id, person) -> persons.put(id, person.maskedName()));
        return cycles.stream()
                .collect(Collectors.toMap(
                        BillCycle::account,
                        cycle -> (cycle.isCompanys() ? firms : persons)
                                .getOrDefault(cycle.owner().id(), NOBODY)));
    }

    private static Set<Long> ids(Collection<BillCycle> cycles, PartyRef.Kind kind) {
        return cycles.stream()
                .map(BillCycle::owner)
                .filter(owner -> owner.kind() == kind)
                .map(PartyRef::id)
                .collect(Collectors.toSet());
    }

    Map<String, String> offerings(Locale language) {
        return offerings.names(language);
    }

    /** By subscriber. */
    Map<Long, String> numbers(List<BillLine> lines) {
        Map<Long, String> numbers = new HashMap<>();
        subscribers
                .numbersOf(lines.stream()
                        .map(BillLine::subscriber)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .forEach((id, number) -> numbers.put(id, number.masked()));
        return numbers;
    }
}
