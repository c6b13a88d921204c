package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Advertising reaches whoever allowed it, when and as often as is allowed, and not once more. */
@HallTest
class GateTest {

    private static final Msisdn LI = new Msisdn("13857190170");
    private static final QuietHours NEVER = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private final Messages messages;
    private final ContactLimits limits;
    private final Consents consents;
    private final Subscribers subscribers;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    GateTest(
            Messages messages,
            ContactLimits limits,
            Consents consents,
            Subscribers subscribers,
            JdbcClient db,
            Clock clock) {
        this.messages = messages;
        this.limits = limits;
        this.consents = consents;
        this.subscribers = subscribers;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void beginAnew() {
        db.sql("delete from messaging.message").update();
        db.sql("delete from messaging.contact_taken").update();
        limits.change(new ContactLimit(Purpose.MARKETING, 3, 5, NEVER), "test");
        say(true);
    }

    @Test
    void givesOutExactlyTheCapTo200AtOnce() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<MessageId>> all = Stream.generate(
                            () -> (Callable<MessageId>) () -> advertise(Duration.ofDays(2)))
                    .limit(200)
                    .toList();
            assertThat(threads.invokeAll(all)).allMatch(done -> done.state() == Future.State.SUCCESS);
        }
        assertThat(count("state <> 'REFUSED'")).isEqualTo(3);
        assertThat(count("reason = 'DAY_USED_UP'")).isEqualTo(197);
        assertThat(db.sql("select number from messaging.contact_taken where length(period) = 7")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void countsTheMonthBesidesTheDay() {
        limits.change(new ContactLimit(Purpose.MARKETING, 10, 2, NEVER), "test");
        advertise(Duration.ofDays(2));
        advertise(Duration.ofDays(2));
        advertise(Duration.ofDays(2));
        assertThat(count("state <> 'REFUSED'")).isEqualTo(2);
        assertThat(count("reason = 'MONTH_USED_UP'")).isEqualTo(1);
    }

    @Test
    void sendsNothingWithoutConsentAndTakesNothingOfTheCap() {
        say(false);
        advertise(Duration.ofDays(2));
        assertThat(count("reason = 'NO_CONSENT_ON_RECORD'")).isEqualTo(1);
        assertThat(db.sql("select count(*) from messaging.contact_taken")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void waitsForTheEndOfTheQuietHours() {
        LocalTime now = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
        QuietHours quiet = new QuietHours(now.minusHours(1), now.plusHours(1));
        limits.change(new ContactLimit(Purpose.MARKETING, 3, 5, quiet), "test");
        advertise(Duration.ofHours(3));
        advertise(Duration.ofMinutes(10));
        assertThat(count("reason = 'QUIET_TOO_LONG'")).isEqualTo(1);
        Instant due = db.sql("select due_at from messaging.message where state = 'QUEUED'")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        assertThat(due).isAfter(clock.instant().plus(Duration.ofMinutes(50)));
    }

    @Test
    void neverHoldsACodeBack() {
        limits.change(new ContactLimit(Purpose.MARKETING, 0, 0, NEVER), "test");
        say(false);
        messages.send(outgoing(Purpose.CODE, Duration.ofMinutes(5)));
        advertise(Duration.ofDays(1));
        assertThat(count("purpose = 'CODE' and state <> 'REFUSED'")).isEqualTo(1);
        assertThat(count("purpose = 'MARKETING' and state = 'REFUSED'")).isEqualTo(1);
    }

    private MessageId advertise(Duration life) {
        return messages.send(outgoing(Purpose.MARKETING, life));
    }

    private Outgoing outgoing(Purpose purpose, Duration life) {
        return new Outgoing(
                purpose,
                LI,
                "login.code",
                Map.of("code", "123456", "minutes", "5"),
                Locale.ENGLISH,
                clock.instant().plus(life),
                UUID.randomUUID(),
                "/");
    }

    private void say(boolean given) {
        consents.record(new Consent(
                PartyRef.subscriber(subscribers.idOf(LI)),
                ConsentPurpose.MARKETING,
                Consent.Medium.ALL,
                given,
                clock.instant(),
                "test",
                "test"));
    }

    private int count(String where) {
        return db.sql("select count(*) from messaging.message where " + where)
                .query(Integer.class)
                .single();
    }
}
