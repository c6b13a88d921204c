package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.Consent.Medium;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the words of a customer allow. */
@HallTest
class PeopleTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final People people;
    private final Consents consents;
    private final JdbcClient db;
    private final Clock clock;
    private final long li;

    @Autowired
    PeopleTest(People people, Consents consents, Subscribers subscribers, JdbcClient db, Clock clock) {
        this.people = people;
        this.consents = consents;
        this.db = db;
        this.clock = clock;
        this.li = subscribers.idOf(new Msisdn("138571902%02d".formatted(NUMBERS.incrementAndGet())));
    }

    @Test
    void allowNothingWithoutAWord() {
        assertThat(people.allowedBy(li)).isEmpty();
    }

    @Test
    void allowByTheNewestWordOnEachPurpose() {
        say(ConsentPurpose.MARKETING, Medium.ALL, false, 60);
        say(ConsentPurpose.PROFILING, Medium.ALL, true, 50);
        say(ConsentPurpose.MARKETING, Medium.ALL, true, 40);
        assertThat(people.allowedBy(li)).containsExactlyInAnyOrder(ConsentPurpose.MARKETING, ConsentPurpose.PROFILING);
        say(ConsentPurpose.MARKETING, Medium.ALL, false, 30);
        assertThat(people.allowedBy(li)).containsExactly(ConsentPurpose.PROFILING);
    }

    @Test
    void allowNothingInGeneralByAWordOnOneMedium() {
        say(ConsentPurpose.MARKETING, Medium.SMS, true, 60);
        assertThat(people.allowedBy(li)).isEmpty();
        say(ConsentPurpose.MARKETING, Medium.ALL, true, 50);
        say(ConsentPurpose.MARKETING, Medium.SMS, false, 40);
        assertThat(people.allowedBy(li)).containsExactly(ConsentPurpose.MARKETING);
    }

    @Test
    void allowByAWordBehindHoweverManyOthers() {
        say(ConsentPurpose.MARKETING, Medium.ALL, true, 60);
        db.sql("""
                        insert into party.consent_entry (subscriber_id, purpose, medium, given, at, source, by_actor)
                        select ?, 'PROFILING', 'SMS', true, ?, 'form', 'chen' from generate_series(1, 120)""").params(li, Times.at(ago(10))).update();
        assertThat(people.allowedBy(li)).containsExactly(ConsentPurpose.MARKETING);
    }

    private void say(ConsentPurpose purpose, Medium medium, boolean given, long minutesAgo) {
        Consent word = new Consent(PartyRef.subscriber(li), purpose, medium, given, ago(minutesAgo), "hotline", "chen");
        assertThat(consents.record(word)).isInstanceOf(Change.Done.class);
    }

    private Instant ago(long minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }
}
