package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Consent.Medium;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers allow: the newest word counts, and none is ever changed (requirement D12). */
@HallTest
class ConsentsTest {

    private final Folk folk;
    private final Parties parties;
    private final Consents consents;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    ConsentsTest(ApplicationContext hall, Parties parties, Consents consents, Areas areas, JdbcClient db, Clock clock) {
        this.folk = new Folk(hall);
        this.parties = parties;
        this.consents = consents;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void takesTheNewestWordOfConsentAndNothingForNo() {
        long zhou = folk.subscriber("13857191001");
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isFalse();
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 60);
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
        assertThat(consents.allows(zhou, ConsentPurpose.PROFILING)).isFalse();
        say(PartyRef.subscriber(zhou), Medium.SMS, false, 50);
        assertThat(sms(zhou)).isFalse();
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 40);
        assertThat(sms(zhou)).isTrue();
        say(PartyRef.subscriber(zhou), Medium.ALL, false, 45);
        assertThat(sms(zhou))
                .as("a word that was said earlier and written down later")
                .isTrue();
        assertThat(consents.history(PartyRef.subscriber(zhou))).hasSize(4);
    }

    @Test
    void takesTheHoldersWordForAllHisNumbers() {
        Individual zheng = folk.person("郑九", 9);
        long one = folk.subscriber("13857191002");
        done(parties.hold(one, zheng.id(), ACTOR));
        say(PartyRef.subscriber(one), Medium.ALL, true, 60);
        say(PartyRef.individual(zheng.id()), Medium.ALL, false, 30);
        assertThat(consents.allows(one, ConsentPurpose.MARKETING)).isFalse();
        say(PartyRef.subscriber(one), Medium.ALL, true, 10);
        assertThat(consents.allows(one, ConsentPurpose.MARKETING)).isTrue();
        assertThat(consents.allows(PartyRef.individual(zheng.id()), ConsentPurpose.MARKETING, Medium.ALL))
                .isFalse();
    }

    @Test
    void refusesAWordFromTheFutureFromNowhereAndOfNobody() {
        long zhou = folk.subscriber("13857191003");
        assertThat(consents.record(word(PartyRef.subscriber(zhou), Medium.ALL, true, -60, "form")))
                .isEqualTo(new Refused<>(Reason.BAD_DAYS));
        assertThat(consents.record(word(PartyRef.subscriber(zhou), Medium.ALL, true, 60, " ")))
                .isEqualTo(new Refused<>(Reason.NO_REASON));
        assertThat(consents.record(word(PartyRef.company(Long.MAX_VALUE), Medium.ALL, true, 60, "form")))
                .isEqualTo(new Refused<>(Reason.UNKNOWN));
    }

    @Test
    void letsNobodyChangeOrRemoveAWord() {
        long zhou = folk.subscriber("13857191004");
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 60);
        for (String change : List.of(
                "update party.consent_entry set given = false",
                "delete from party.consent_entry",
                "truncate party.consent_entry")) {
            assertThatThrownBy(() -> db.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added");
        }
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
    }

    private boolean sms(long subscriber) {
        return consents.allows(PartyRef.subscriber(subscriber), ConsentPurpose.MARKETING, Medium.SMS);
    }

    private void say(PartyRef who, Medium medium, boolean given, long minutesAgo) {
        done(consents.record(word(who, medium, given, minutesAgo, "form")));
    }

    private Consent word(PartyRef who, Medium medium, boolean given, long minutesAgo, String source) {
        Instant at = clock.instant().minus(Duration.ofMinutes(minutesAgo));
        return new Consent(who, ConsentPurpose.MARKETING, medium, given, at, source, ACTOR);
    }
}
