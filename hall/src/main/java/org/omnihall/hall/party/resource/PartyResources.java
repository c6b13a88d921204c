package org.omnihall.hall.party.resource;

import java.util.Map;
import java.util.Set;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.openapi.Relation;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.ResourceType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resources of TMF632, 629, 666, 669 and 644 that this module offers. */
@Configuration
class PartyResources {

    static final Api PARTY = new Api("party", "v4");

    private static final Set<String> GIVEN = Set.of("status");

    @Bean
    static OpenResource individualResource(IndividualWrites writes) {
        ResourceType type = new ResourceType(
                "individual",
                Map.of("familyName", Kind.TEXT, "givenName", Kind.TEXT, "status", Kind.TEXT),
                Set.of("familyName", "givenName", "status"),
                GIVEN);
        return new OpenResource(
                PARTY,
                type,
                Relation.of(
                        "party.individual_resource", Map.of("familyName", "family_name", "givenName", "given_name")),
                Writing.NONE
                        .creating(Set.of("familyName", "givenName"), writes::create)
                        .changing(writes::change),
                Right.CUSTOMER_SEE,
                Right.CUSTOMER_CHANGE);
    }

    @Bean
    static OpenResource organizationResource(OrganizationWrites writes) {
        ResourceType type = new ResourceType(
                "organization",
                Map.of(
                        "tradingName",
                        Kind.TEXT,
                        "status",
                        Kind.TEXT,
                        "organizationIdentification.identificationId",
                        Kind.TEXT,
                        "organizationParentRelationship.organization.id",
                        Kind.TEXT,
                        "partyCharacteristic.value",
                        Kind.TEXT),
                Set.of(
                        "tradingName",
                        "status",
                        "organizationIdentification",
                        "organizationParentRelationship",
                        "partyCharacteristic"),
                GIVEN);
        return new OpenResource(
                PARTY,
                type,
                Relation.of("party.organization_resource", Map.of("tradingName", "name")),
                Writing.NONE.creating(Set.of("tradingName"), writes::create).changing(writes::change),
                Right.CUSTOMER_SEE,
                Right.CUSTOMER_CHANGE);
    }

    @Bean
    static OpenResource customerResource() {
        ResourceType type = new ResourceType(
                "customer",
                Map.of(
                        "name", Kind.TEXT,
                        "status", Kind.TEXT,
                        "engagedParty.id", Kind.TEXT,
                        "characteristic.value", Kind.TEXT,
                        "relatedParty.id", Kind.TEXT),
                Set.of("name", "status", "engagedParty", "characteristic", "relatedParty"),
                Set.of());
        return read(
                new Api("customerManagement", "v4"),
                type,
                Relation.of("party.customer_resource", Map.of("name", "name", "characteristic.value", "tier")));
    }

    @Bean
    static OpenResource billingAccountResource(AccountWrites writes) {
        ResourceType type = new ResourceType(
                "billingAccount",
                Map.of("name", Kind.TEXT, "state", Kind.TEXT, "accountType", Kind.TEXT, "relatedParty.id", Kind.TEXT),
                Set.of("name", "state", "accountType", "relatedParty"),
                Set.of("name", "accountType", "relatedParty"));
        return new OpenResource(
                new Api("accountManagement", "v4"),
                type,
                Relation.of("party.billing_account_resource", Map.of("name", "name")),
                Writing.NONE
                        .creating(Set.of("name", "accountType", "relatedParty"), writes::create)
                        .changing(writes::change),
                Right.CUSTOMER_SEE,
                Right.CUSTOMER_CHANGE);
    }

    @Bean
    static OpenResource accountManagerResource() {
        ResourceType type = new ResourceType(
                "partyRole",
                Map.of("name", Kind.TEXT, "status", Kind.TEXT, "engagedParty.id", Kind.TEXT),
                Set.of("name", "status", "engagedParty", "characteristic"),
                Set.of());
        return read(
                new Api("partyRoleManagement", "v4"),
                type,
                new Relation("party.account_manager_resource", Relation.Key.TEXT, Map.of(), "id"));
    }

    @Bean
    static OpenResource privacyAgreementResource() {
        ResourceType type = new ResourceType(
                "partyPrivacyAgreement",
                Map.of(
                        "name", Kind.TEXT,
                        "status", Kind.TEXT,
                        "engagedParty.id", Kind.TEXT,
                        "agreementPeriod.startDateTime", Kind.MOMENT),
                Set.of(
                        "name",
                        "agreementType",
                        "status",
                        "agreementPeriod",
                        "agreementItem",
                        "engagedParty",
                        "partyPrivacyProfileCharacteristic"),
                Set.of());
        return read(
                new Api("privacyManagement", "v4"), type, Relation.of("party.privacy_agreement_resource", Map.of()));
    }

    private static OpenResource read(Api api, ResourceType type, Relation relation) {
        return new OpenResource(api, type, relation, Writing.NONE, Right.CUSTOMER_SEE, Right.CUSTOMER_CHANGE);
    }
}
