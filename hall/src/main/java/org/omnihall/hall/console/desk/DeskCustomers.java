package org.omnihall.hall.console.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.interaction.CardField;
import org.omnihall.hall.interaction.CardView;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.RegistrationCode;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Component;

/**
 * Finds customers for somebody at the desk, and writes down that he looked (requirement A13). What he sees of them is what the class of his
 * channel sees on the card (requirement B23): an agent finds a person by the whole number only.
 */
@Component
class DeskCustomers {

    static final int MOST = 20;

    private final Individuals individuals;
    private final Subscribers subscribers;
    private final Parties parties;
    private final Companies companies;
    private final AuditTrail audit;

    DeskCustomers(
            Individuals individuals, Subscribers subscribers, Parties parties, Companies companies, AuditTrail audit) {
        this.individuals = individuals;
        this.subscribers = subscribers;
        this.parties = parties;
        this.companies = companies;
        this.audit = audit;
    }

    /**
     * What was found.
     *
     * @param more whether there are others
     */
    record Found(List<Hit> hits, boolean more) {}

    /** By a whole number, a whole certificate or registration code, or else the beginning of a person's name and a part of a company's. */
    Found find(Caller caller, Channel here, String typed) {
        Set<CardField> seen = CardView.fields(here.ofClass());
        Optional<Msisdn> number = Msisdn.parse(typed);
        if (number.isPresent()) {
            audit.record(
                    caller.login(),
                    "desk.find",
                    "customers",
                    "number " + number.get().masked());
            return found(titles(
                    subscribers.find(number.get()).map(Contact.Whom::subscriber).stream()
                            .filter(whom -> isHis(caller, whom))
                            .toList(),
                    here)
                    .values()
                    .stream());
        }
        boolean coded = typed.chars().anyMatch(Character::isDigit);
        Optional<Certificate> certificate = coded ? Certificate.parse(typed) : Optional.empty();
        audit.record(
                caller.login(),
                "desk.find",
                "customers",
                certificate.map(Certificate::toString).orElse("by name"));
        Stream<Hit> numbers = seen.contains(CardField.NUMBER)
                ? numbers(persons(caller, certificate, typed).toList(), seen)
                : Stream.empty();
        return found(Stream.concat(numbers, companies(caller, typed).map(DeskCustomers::hit)));
    }

    /** Whether a customer is his business: one whose Area nobody knows is everybody's. */
    boolean isHis(Caller caller, Contact.Whom whom) {
        Optional<String> area = whom.subscriber().isPresent()
                ? parties.holderOf(whom.subscriber().get()).map(Individual::areaPath)
                : companies.find(whom.company().orElseThrow()).map(Company::areaPath);
        return isThere(whom) && area.filter(path -> !caller.covers(path)).isEmpty();
    }

    /** A customer in one line, as far as the channel may see him. */
    Hit title(Contact.Whom whom, Channel here) {
        return Optional.ofNullable(titles(List.of(whom), here).get(whom)).orElseThrow();
    }

    /** Customers in a line each, by a few statements however many they are; a company that is not there any more is left out. */
    Map<Contact.Whom, Hit> titles(Collection<Contact.Whom> customers, Channel here) {
        Set<CardField> seen = CardView.fields(here.ofClass());
        List<Long> ids =
                customers.stream().flatMap(whom -> whom.subscriber().stream()).toList();
        Map<Long, Individual> holders = parties.holdersOf(ids);
        Map<Long, Msisdn> numbers = numbers(ids, seen);
        Map<Long, Company> firms = companies.find(
                customers.stream().flatMap(whom -> whom.company().stream()).toList());
        Map<Contact.Whom, Hit> titles = new HashMap<>();
        for (Contact.Whom whom : customers) {
            whom.subscriber().ifPresent(id -> titles.put(whom, hit(id, numbers, holders, seen)));
            whom.company()
                    .flatMap(id -> Optional.ofNullable(firms.get(id)))
                    .ifPresent(firm -> titles.put(whom, hit(firm)));
        }
        return titles;
    }

    /** The numbers that these persons hold. */
    private Stream<Hit> numbers(List<Individual> persons, Set<CardField> seen) {
        Map<Long, List<Long>> held =
                parties.heldBy(persons.stream().map(Individual::id).toList());
        Map<Long, Individual> holders = new LinkedHashMap<>();
        persons.forEach(person -> held.getOrDefault(person.id(), List.of()).forEach(id -> holders.put(id, person)));
        List<Long> first = holders.keySet().stream().limit(MOST + 1).toList();
        Map<Long, Msisdn> numbers = numbers(first, seen);
        return first.stream().map(id -> hit(id, numbers, holders, seen));
    }

    private Map<Long, Msisdn> numbers(Collection<Long> ids, Set<CardField> seen) {
        return seen.contains(CardField.NUMBER) ? subscribers.numbersOf(ids) : Map.of();
    }

    private Stream<Individual> persons(Caller caller, Optional<Certificate> certificate, String typed) {
        return certificate.isPresent()
                ? individuals.by(certificate.get()).stream().filter(person -> caller.covers(person.areaPath()))
                : individuals.search(caller.areaPath(), typed, first()).rows().stream();
    }

    private Stream<Company> companies(Caller caller, String typed) {
        Optional<RegistrationCode> code = RegistrationCode.parse(typed);
        Companies.Filter named = new Companies.Filter(caller.areaPath(), typed, Optional.empty(), Optional.empty(), "");
        return code.isPresent()
                ? companies.by(code.get()).stream().filter(company -> caller.covers(company.areaPath()))
                : companies.search(named, first()).rows().stream();
    }

    private boolean isThere(Contact.Whom whom) {
        return whom.subscriber().isPresent()
                ? subscribers.numberOf(whom.subscriber().get()).isPresent()
                : companies.find(whom.company().orElseThrow()).isPresent();
    }

    private static Hit hit(
            long subscriber, Map<Long, Msisdn> numbers, Map<Long, Individual> holders, Set<CardField> seen) {
        Optional<Individual> holder = Optional.ofNullable(holders.get(subscriber));
        String number = seen.contains(CardField.NUMBER)
                ? Optional.ofNullable(numbers.get(subscriber))
                        .map(Msisdn::masked)
                        .orElse("–")
                : "#" + subscriber;
        String name = holder.map(person -> seen.contains(CardField.HOLDER) ? person.name() : person.maskedName())
                .orElse("");
        String certificate = holder.filter(person -> seen.contains(CardField.CERTIFICATE))
                .flatMap(Individual::certificate)
                .map(hint -> " ****" + hint.ending())
                .orElse("");
        return new Hit(false, subscriber, number, name + certificate);
    }

    private static Hit hit(Company company) {
        return new Hit(true, company.id(), company.name(), company.tier().name());
    }

    private static Paging first() {
        return new Paging(MOST + 1, List.of());
    }

    private static Found found(Stream<Hit> some) {
        List<Hit> hits = some.limit(MOST + 1).toList();
        return new Found(hits.stream().limit(MOST).toList(), hits.size() > MOST);
    }
}
