package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.tmf.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program posts by TMF683, read as a contact. */
class PostedInteractionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final String LEAST =
            "\"reason\":\"COMPLAINT\",\"direction\":\"inbound\",\"channel\":[{\"id\":\"4\"}]";

    @Test
    void isAContactOfItsChannelAndCustomer() {
        PostedInteraction told =
                read("{" + LEAST + ",\"relatedParty\":[{\"id\":\"17\",\"role\":\"customer\"}],\"interactionDate\":"
                        + "{\"startDateTime\":\"2026-11-22T08:00:00+08:00\"}}");
        UUID journey = UUID.randomUUID();
        Contact contact = told.contact(journey, "/zj/");

        assertThat(contact.channel()).isEqualTo(new ChannelId(4));
        assertThat(contact.whom()).isEqualTo(Contact.Whom.subscriber(17));
        assertThat(contact.kind()).isEqualTo(ContactKind.COMPLAINT);
        assertThat(contact.direction()).isEqualTo(Direction.INBOUND);
        assertThat(contact.journey()).isEqualTo(journey);
        assertThat(contact.at()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(contact.where()).isEqualTo(Contact.Where.area("/zj/"));
    }

    @Test
    void isACompanysWhereItSaysSoAndAStrangersWhereItNamesNobody() {
        PostedInteraction company =
                read("{" + LEAST + ",\"relatedParty\":[{\"id\":\"17\",\"@referredType\":\"Organization\"}]}");
        assertThat(company.contact(UUID.randomUUID(), "/").whom().company()).contains(17L);
        assertThat(company.contact(UUID.randomUUID(), "/").whom().subscriber()).isEmpty();
        assertThat(read("{" + LEAST + "}").contact(UUID.randomUUID(), "/").whom())
                .isEqualTo(Contact.Whom.STRANGER);
        assertThat(read("{" + LEAST + "}").at()).isEqualTo(NOON);
    }

    @Test
    void isAnEnquiryWhereTheReasonIsInWordsOfItsOwn() {
        assertThat(read("{" + LEAST.replace("COMPLAINT", "About a bill") + "}").kind())
                .isEqualTo(ContactKind.ENQUIRY);
    }

    @Test
    void hasOneChannelOneCustomerAndADirection() {
        refuses("channel", LEAST.replace("[{\"id\":\"4\"}]", "[{\"id\":\"4\"},{\"id\":\"5\"}]"));
        refuses("channel", LEAST.replace("[{\"id\":\"4\"}]", "[]"));
        refuses("channel", LEAST.replace("[{\"id\":\"4\"}]", "\"4\""));
        refuses("channel.id", LEAST.replace("\"4\"", "\"four\""));
        refuses("direction", LEAST.replace("inbound", "sideways"));
        refuses("relatedParty", LEAST + ",\"relatedParty\":[{\"id\":\"1\"},{\"id\":\"2\"}]");
        refuses("12000", LEAST + ",\"description\":\"" + "x".repeat(12_000) + "\"");
    }

    @Test
    void hasHappenedByOurClockOrFiveMinutesLater() {
        assertThat(read("{" + LEAST + date("2026-11-22T04:05:00Z") + "}").at()).isEqualTo(NOON.plusSeconds(300));
        refuses("startDateTime", LEAST + date("2026-11-22T04:05:01Z"));
    }

    private static String date(String at) {
        return ",\"interactionDate\":{\"startDateTime\":\"" + at + "\"}";
    }

    private static void refuses(String named, String body) {
        assertThatThrownBy(() -> read("{" + body + "}"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(named);
    }

    private static PostedInteraction read(String json) {
        return PostedInteraction.read((ObjectNode) JsonMapper.builder().build().readTree(json), NOON);
    }
}
