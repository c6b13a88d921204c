package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.Consent.Medium;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.PartyRef;

/** What the words of a customer allow. */
class PeopleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void allowNothingWithoutAWord() {
        assertThat(People.allowed(List.of())).isEmpty();
    }

    @Test
    void allowByTheNewestWordOnEachPurpose() {
        Consent yes = word(ConsentPurpose.MARKETING, Medium.ALL, true);
        Consent no = word(ConsentPurpose.MARKETING, Medium.ALL, false);
        Consent profiling = word(ConsentPurpose.PROFILING, Medium.ALL, true);

        assertThat(People.allowed(List.of(yes, no))).containsExactly(ConsentPurpose.MARKETING);
        assertThat(People.allowed(List.of(no, profiling, yes))).containsExactly(ConsentPurpose.PROFILING);
    }

    @Test
    void allowNothingInGeneralByAWordOnOneMedium() {
        Consent sms = word(ConsentPurpose.MARKETING, Medium.SMS, true);
        Consent noSms = word(ConsentPurpose.MARKETING, Medium.SMS, false);
        Consent yes = word(ConsentPurpose.MARKETING, Medium.ALL, true);

        assertThat(People.allowed(List.of(sms))).isEmpty();
        assertThat(People.allowed(List.of(noSms, yes))).containsExactly(ConsentPurpose.MARKETING);
    }

    private static Consent word(ConsentPurpose purpose, Medium medium, boolean given) {
        return new Consent(PartyRef.subscriber(1), purpose, medium, given, NOON, "hotline", "chen");
    }
}
