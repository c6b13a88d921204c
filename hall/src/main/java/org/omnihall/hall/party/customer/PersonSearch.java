package org.omnihall.hall.party.customer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** Finds persons for somebody of the staff, and writes down that he looked (requirement A13). */
@Component
class PersonSearch {

    private final Individuals individuals;
    private final Parties parties;
    private final Subscribers subscribers;
    private final AuditTrail audit;

    PersonSearch(Individuals individuals, Parties parties, Subscribers subscribers, AuditTrail audit) {
        this.individuals = individuals;
        this.parties = parties;
        this.subscribers = subscribers;
        this.audit = audit;
    }

    /** By the beginning of a name; an empty one asks for all. */
    Slice<Individual> byName(Caller caller, String areaPath, String name, Paging paging) {
        if (!name.isBlank()) {
            audit.record(caller.login(), "individual.search", "individuals", "by name");
        }
        return individuals.search(areaPath, name, paging);
    }

    /** By a whole number or certificate, among the persons of the caller's Area. */
    List<Individual> by(Caller caller, String typed) {
        Optional<Msisdn> number = Msisdn.parse(typed);
        Optional<Certificate> certificate = number.isPresent() ? Optional.empty() : Certificate.parse(typed);
        audit.record(
                caller.login(),
                "individual.search",
                "individuals",
                number.map(known -> "number " + known.masked())
                        .or(() -> certificate.map(Certificate::toString))
                        .orElse("nothing that is a number or certificate"));
        Stream<Individual> found = Stream.concat(
                number.flatMap(subscribers::find).flatMap(parties::holderOf).stream(),
                certificate.stream().flatMap(known -> individuals.by(known).stream()));
        return found.filter(person -> caller.covers(person.areaPath())).toList();
    }
}
