package org.omnihall.hall.party.resource;

import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.code;
import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.openapi.Specimen;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the resources of this module are proved with. */
public final class PartySpecimens {

    private static final String OWNED = """
            {"name":"%s","accountType":"%s","relatedParty":[{"id":"%3$d","href":"/tmf-api/party/v4/organization/%3$d",
                "name":"样品集团 3","role":"owner","@referredType":"Organization"}]}""";

    private static final String PART = """
            {"tradingName":"样品茶馆","organizationParentRelationship":{"relationshipType":"partOf","organization":{
                "id":"OWNER","href":"/tmf-api/party/v4/organization/OWNER","name":"样品集团 3"}}}""";

    private static final String CODED = """
            {"tradingName":"样品咖啡","organizationIdentification":[{"identificationType":"unifiedSocialCreditCode",
                "identificationId":"CODE"}],"partyCharacteristic":[{"name":"size","value":"SMALL"}]}""";

    private PartySpecimens() {}

    public static Specimen.Source source() {
        return PartySpecimens::of;
    }

    private static Map<String, Specimen> of(ApplicationContext hall) {
        long owner = furnish(hall);
        return Map.of(
                "/tmf-api/party/v4/individual",
                Specimen.of(
                        "{\"givenName\":\"梅梅\"}",
                        "{\"familyName\":\"韩\",\"givenName\":\"梅\"}",
                        "{\"familyName\":\"Smith\",\"givenName\":\"Mary Ann\"}",
                        "{\"familyName\":\"李\",\"givenName\":\"雷\"}"),
                "/tmf-api/party/v4/organization",
                Specimen.of(
                        "{\"partyCharacteristic\":[{\"name\":\"industry\",\"value\":\"TRADE\"}]}",
                        CODED.replace("CODE", code(901).text()),
                        PART.replace("OWNER", Long.toString(owner)),
                        "{\"tradingName\":\"Sample Ltd\"}"),
                "/tmf-api/customerManagement/v4/customer",
                Specimen.readOnly(),
                "/tmf-api/accountManagement/v4/billingAccount",
                Specimen.of(
                        "{\"state\":\"suspended\"}",
                        OWNED.formatted("main", "postpaid", owner),
                        OWNED.formatted("second", "prepaid", owner),
                        OWNED.formatted("third", "prepaid", owner)),
                "/tmf-api/partyRoleManagement/v4/partyRole",
                Specimen.readOnly(),
                "/tmf-api/privacyManagement/v4/partyPrivacyAgreement",
                Specimen.readOnly(),
                "/tmf-api/userrolepermission/v4/userRole",
                Specimen.readOnly(),
                "/tmf-api/userrolepermission/v4/permission",
                Specimen.readOnly());
    }

    /** Companies in grids of three managers, and three words of consent. */
    private static long furnish(ApplicationContext hall) {
        Town.areas(hall.getBean(Areas.class));
        long owner = 0;
        for (int i = 1; i <= 3; i++) {
            String manager = Town.staff(hall.getBean(JdbcClient.class), "specimen-" + i, HANGZHOU);
            long grid = done(hall.getBean(Grids.class).add(new Grids.Draft(HANGZHOU, "样品 " + i, manager), ACTOR))
                    .id();
            Company company = done(hall.getBean(Companies.class)
                    .add(Facts.of("样品集团 " + i, HANGZHOU).withGrid(Optional.of(grid)), ACTOR));
            owner = company.id();
            say(hall, PartyRef.company(owner), i);
            say(hall, PartyRef.subscriber(hall.getBean(Subscribers.class).idOf(new Msisdn("1385719600" + i))), i);
        }
        return owner;
    }

    private static void say(ApplicationContext hall, PartyRef who, int minutesAgo) {
        done(hall.getBean(Consents.class)
                .record(new Consent(
                        who,
                        ConsentPurpose.MARKETING,
                        Consent.Medium.SMS,
                        minutesAgo != 2,
                        hall.getBean(Clock.class).instant().minusSeconds(60L * minutesAgo),
                        "form " + minutesAgo,
                        ACTOR)));
    }
}
