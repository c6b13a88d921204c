package org.omnihall.hall.party.resource;

import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.RegistrationCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes companies from outside, through every rule of the door. */
@Component
class OrganizationWrites {

    private static final String CODE = "unifiedSocialCreditCode";

    private final Companies companies;

    OrganizationWrites(Companies companies) {
        this.companies = companies;
    }

    String create(ObjectNode posted, ApiClient by) {
        Refusals.only(
                posted,
                Set.of(
                        "tradingName",
                        "organizationIdentification",
                        "organizationParentRelationship",
                        "partyCharacteristic"));
        Facts facts = facts(posted, by.areaPath(), Optional.empty(), by);
        return Long.toString(Refusals.done(companies.add(facts, by.actor())).id());
    }

    boolean change(Stored before, ObjectNode after, ApiClient by) {
        long id = Long.parseLong(before.id());
        Optional<Company> known = companies.find(id);
        Facts facts = facts(
                after,
                before.areaPath(),
                known.flatMap(company -> company.facts().grid()),
                by);
        Change<Company> change = companies.change(id, before.version(), facts, by.actor());
        if (change instanceof Change.Refused<Company>(Reason reason) && reason == Reason.CHANGED_SINCE) {
            return false;
        }
        Refusals.done(change);
        return true;
    }

    private Facts facts(ObjectNode body, String areaPath, Optional<Long> grid, ApiClient by) {
        return new Facts(
                body.path("tradingName").asString(""),
                areaPath,
                code(body.path("organizationIdentification")),
                characteristic(body, "industry")
                        .map(text -> Industry.named(text).orElseThrow(() -> Refusals.body("industry"))),
                characteristic(body, "size")
                        .map(text -> Company.Size.named(text).orElseThrow(() -> Refusals.body("size"))),
                parent(body.path("organizationParentRelationship"), by),
                grid);
    }

    private static Optional<RegistrationCode> code(JsonNode identifications) {
        if (identifications.isMissingNode() || identifications.isNull() || identifications.isEmpty()) {
            return Optional.empty();
        }
        JsonNode only = identifications.path(0);
        if (identifications.size() != 1
                || !only.path("identificationType").asString("").equals(CODE)) {
            throw Refusals.body("organizationIdentification is one of the type " + CODE);
        }
        return Optional.of(RegistrationCode.parse(only.path("identificationId").asString(""))
                .orElseThrow(() -> Refusals.body("organizationIdentification.identificationId is no valid code")));
    }

    private static Optional<String> characteristic(ObjectNode body, String name) {
        for (JsonNode one : body.path("partyCharacteristic").values()) {
            String known = one.path("name").asString("");
            if (!Set.of("industry", "size").contains(known)) {
                throw Refusals.body("partyCharacteristic has no '" + known + "': industry and size only");
            }
        }
        return body.path("partyCharacteristic").values().stream()
                .filter(one -> one.path("name").asString("").equals(name))
                .map(one -> one.path("value").asString(""))
                .findFirst();
    }

    private Optional<Long> parent(JsonNode relationship, ApiClient by) {
        if (relationship.isMissingNode() || relationship.isNull()) {
            return Optional.empty();
        }
        String id = relationship.path("organization").path("id").asString("");
        return Optional.of(Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .flatMap(companies::find)
                .filter(company -> company.areaPath().startsWith(by.areaPath()))
                .map(Company::id)
                .orElseThrow(() -> Refusals.body("organizationParentRelationship.organization.id is nobody's")));
    }
}
