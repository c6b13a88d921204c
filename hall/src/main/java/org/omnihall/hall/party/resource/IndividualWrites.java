package org.omnihall.hall.party.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individual.Draft;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.PersonName;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Writes persons from outside: their names. Certificates and numbers neither come in nor go out here. */
@Component
class IndividualWrites {

    private final Individuals individuals;
    private final RowVersions versions;

    IndividualWrites(Individuals individuals, RowVersions versions) {
        this.individuals = individuals;
        this.versions = versions;
    }

    String create(ObjectNode posted, ApiClient by) {
        Refusals.only(posted, Set.of("familyName", "givenName"));
        Draft draft = new Draft(name(posted), by.areaPath(), Optional.empty(), List.of());
        return Long.toString(Refusals.done(individuals.add(draft, by.actor())).id());
    }

    boolean change(Stored before, ObjectNode after, ApiClient by) {
        long id = Long.parseLong(before.id());
        if (!versions.holds("party.individual", id, before.version())) {
            return false;
        }
        Individual known = individuals.find(id).orElseThrow();
        Draft draft = new Draft(name(after), known.areaPath(), Optional.empty(), known.contacts());
        Refusals.done(individuals.change(id, draft, by.actor()));
        return true;
    }

    private static PersonName name(ObjectNode body) {
        return new PersonName(
                body.path("familyName").asString(""), body.path("givenName").asString(""));
    }
}
