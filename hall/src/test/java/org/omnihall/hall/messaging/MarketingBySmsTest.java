package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.Consent.Medium;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;

/** Advertising by SMS asks for the word on SMS, not on all mediums alone (requirement B34). */
@HallTest
class MarketingBySmsTest {

    private final Messages messages;
    private final ContactLimits limits;
    private final Consents consents;
    private final Subscribers subscribers;
    private final Clock clock;

    @Autowired
    MarketingBySmsTest(
            Messages messages, ContactLimits limits, Consents consents, Subscribers subscribers, Clock clock) {
        this.messages = messages;
        this.limits = limits;
        this.consents = consents;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    @BeforeEach
    void letThemPassAtAnyTime() {
        QuietHours never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        limits.change(new ContactLimit(Purpose.MARKETING, 9, 9, never), "test");
    }

    @Test
    void reachesNobodyWhoWithdrewBySms() {
        Msisdn li = new Msisdn("13857190181");
        say(li, Medium.ALL, true, Duration.ofMinutes(60));
        assertThat(advertised(li)).isNotEqualTo(MessageState.REFUSED);
        say(li, Medium.SMS, false, Duration.ofMinutes(30));
        assertThat(advertised(li)).isEqualTo(MessageState.REFUSED);
        say(li, Medium.ALL, true, Duration.ofMinutes(10));
        assertThat(advertised(li)).isNotEqualTo(MessageState.REFUSED);
    }

    @Test
    void reachesWhoAllowedSmsOnly() {
        Msisdn wang = new Msisdn("13857190182");
        say(wang, Medium.CALL, true, Duration.ofMinutes(60));
        assertThat(advertised(wang)).isEqualTo(MessageState.REFUSED);
        say(wang, Medium.SMS, true, Duration.ofMinutes(30));
        assertThat(advertised(wang)).isNotEqualTo(MessageState.REFUSED);
    }

    private MessageState advertised(Msisdn to) {
        MessageId id = messages.send(new Outgoing(
                Purpose.MARKETING,
                to,
                "login.code",
                Map.of("code", "123456", "minutes", "5"),
                Locale.ENGLISH,
                clock.instant().plus(Duration.ofDays(2)),
                UUID.randomUUID(),
                "/"));
        return messages.state(id).orElseThrow();
    }

    private void say(Msisdn who, Medium medium, boolean given, Duration ago) {
        Instant at = clock.instant().minus(ago);
        PartyRef by = PartyRef.subscriber(subscribers.idOf(who));
        assertThat(consents.record(new Consent(by, ConsentPurpose.MARKETING, medium, given, at, "form", "test")))
                .isInstanceOf(Change.Done.class);
    }
}
