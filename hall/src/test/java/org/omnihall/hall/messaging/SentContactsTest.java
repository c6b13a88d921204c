package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Direction;
import org.omnihall.hall.interaction.Journeys;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;

/** What the contact log learns of a message. */
@HallTest
class SentContactsTest {

    private static final Msisdn LI = new Msisdn("13800138551");

    private final Messages messages;
    private final SenderBook book;
    private final Journeys journeys;
    private final Subscribers subscribers;
    private final Instant now;

    @Autowired
    SentContactsTest(Messages messages, SenderBook book, Journeys journeys, Subscribers subscribers, Clock clock) {
        this.messages = messages;
        this.book = book;
        this.journeys = journeys;
        this.subscribers = subscribers;
        this.now = clock.instant();
    }

    @Test
    void tellsPurposeAndTemplateAndNoWordOfAMessageThatWentOut() {
        UUID journey = UUID.randomUUID();
        MessageId id = send(journey);
        assertThat(journeys.of(journey)).isEmpty();

        Due due = new Due(id, LI, "login.code", Locale.CHINA, Octets.EMPTY, now.plusSeconds(300), 1, 0);
        book.accepted(due, "north", new Answer.Accepted(List.of("1")), now);
        book.accepted(due, "north", new Answer.Accepted(List.of("2")), now);

        assertThat(journeys.of(journey)).singleElement().satisfies(this::isTheMessage);
    }

    private void isTheMessage(LoggedContact row) {
        Contact contact = row.contact();
        assertThat(contact.kind()).isEqualTo(ContactKind.MESSAGE_SENT);
        assertThat(contact.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(contact.whom()).isEqualTo(Contact.Whom.subscriber(subscribers.idOf(LI)));
        assertThat(contact.detail()).containsOnly(Map.entry("purpose", "CODE"), Map.entry("template", "login.code"));
        assertThat(contact.where().areaPath()).isEqualTo("/zj/hz/");
        assertThat(row.toString()).doesNotContain("739251").doesNotContain(LI.digits());
    }

    private MessageId send(UUID journey) {
        return messages.send(new Outgoing(
                Purpose.CODE,
                LI,
                "login.code",
                Map.of("code", "739251", "minutes", "5"),
                Locale.SIMPLIFIED_CHINESE,
                now.plusSeconds(300),
                journey,
                "/zj/hz/"));
    }
}
