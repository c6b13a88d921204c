package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.access.session.Wlan.LI_PHONE;
import static org.omnihall.hall.access.session.Wlan.LI_TABLET;
import static org.omnihall.hall.access.session.Wlan.admission;
import static org.omnihall.hall.access.session.Wlan.noonPlus;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.access.session.Admissions.Answer;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.octets.MacAddress;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Places are given out in groups, each as if it had been asked for alone, one after the other. */
@ExtendWith(HallDatabase.class)
class AdmissionsTest {

    private final JdbcClient db;
    private final AdmissionBook book;
    private final Bookkeeping sessions;

    AdmissionsTest(DataSource database) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        db = JdbcClient.create(database);
        book = new AdmissionBook(new JdbcTemplate(database), new NamedLocks(new JdbcTemplate(database)), transactions);
        sessions = new Bookkeeping(
                new SessionStore(db),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(db, event -> Wlan.LAKE),
                event -> {},
                transactions);
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.closed_session, access.session_event, access.reservation")
                .update();
    }

    @Test
    void seesWithinAGroupWhatThoseBeforeTook() {
        UUID first = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        assertThat(book.enter(List.of(
                        asking(first, "account:1", LI_PHONE, DevicePolicy.REJECT, 0),
                        asking(UUID.randomUUID(), "account:1", LI_TABLET, DevicePolicy.REJECT, 0),
                        asking(third, "account:2", LI_TABLET, DevicePolicy.REJECT, 0),
                        asking(UUID.randomUUID(), "account:1", LI_PHONE, DevicePolicy.REJECT, 1))))
                .as("one place each: taken, full, another owner's, and the same phone once more")
                .containsExactly(held(first), new Answer.Full(), held(third), held(first));
        assertThat(reservations()).isEqualTo(2);
    }

    @Test
    void endsASessionForTheFirstOfAGroupOnly() {
        UUID before = UUID.randomUUID();
        book.enter(List.of(asking(before, "account:1", LI_PHONE, DevicePolicy.RELEASE_OLDEST, 0)));
        sessions.enter(List.of(Wlan.event(AccountingEvent.Kind.START, "a", Optional.of(before), LI_PHONE, 1, 1)));
        UUID session =
                db.sql("select id from access.open_session").query(UUID.class).single();
        UUID tablet = UUID.randomUUID();
        assertThat(book.enter(List.of(
                        asking(tablet, "account:1", LI_TABLET, DevicePolicy.RELEASE_OLDEST, 2),
                        asking(UUID.randomUUID(), "account:1", new MacAddress(9), DevicePolicy.RELEASE_OLDEST, 2))))
                .as("the second finds the place of one who has not begun, which nobody can end")
                .containsExactly(new Answer.Held(tablet, List.of(session)), new Answer.Full());
        assertThat(db.sql("select count(*) from access.open_session where releasing_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void judgesEachOfAGroupAsOfItsOwnMoment() {
        UUID first = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        book.enter(List.of(asking(first, "account:1", LI_PHONE, DevicePolicy.REJECT, 0)));
        assertThat(book.enter(List.of(
                        asking(UUID.randomUUID(), "account:1", LI_TABLET, DevicePolicy.REJECT, 29),
                        asking(late, "account:1", LI_TABLET, DevicePolicy.REJECT, 30))))
                .containsExactly(new Answer.Full(), held(late));
    }

    @Test
    void givesOutNoPlaceTooManyToManyWhoAskAtOnce() {
        Admissions admissions = new Admissions(book, new SimpleMeterRegistry());
        admissions.start();
        ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 400)
                    .forEach(i -> askers.execute(() -> {
                        String owner = "account:" + i % 40;
                        Admission admission = admission(UUID.randomUUID(), owner, new MacAddress(i));
                        if (admissions.take(admission, DevicePolicy.REJECT, 3, noonPlus(0)) instanceof Answer.Held) {
                            held.merge(owner, 1, Integer::sum);
                        }
                    }));
        }
        admissions.stop();
        assertThat(held)
                .hasSize(40)
                .allSatisfy((owner, devices) -> assertThat(devices).isEqualTo(3));
        assertThat(reservations()).isEqualTo(120);
    }

    @Test
    void tellsWhoAsksThatNothingWasStored() {
        Admissions admissions = new Admissions(book, new SimpleMeterRegistry());
        Admission good = admission(UUID.randomUUID(), "account:1", LI_PHONE);
        assertThatThrownBy(() -> admissions.take(good, DevicePolicy.REJECT, 1, noonPlus(0)))
                .as("before it runs")
                .isInstanceOf(DataAccessException.class);
        admissions.start();
        Admission bad = admission(UUID.randomUUID(), "account:\0", LI_PHONE);
        assertThatThrownBy(() -> admissions.take(bad, DevicePolicy.REJECT, 1, noonPlus(0)))
                .isInstanceOf(DataAccessException.class);
        assertThat(admissions.take(good, DevicePolicy.REJECT, 1, noonPlus(0))).isEqualTo(held(good.journey()));
        admissions.stop();
    }

    private static Answer held(UUID journey) {
        return new Answer.Held(journey, List.of());
    }

    private int reservations() {
        return db.sql("select count(*) from access.reservation")
                .query(Integer.class)
                .single();
    }

    private static AdmissionBook.Asking asking(
            UUID journey, String owner, MacAddress mac, DevicePolicy policy, long second) {
        return new AdmissionBook.Asking(admission(journey, owner, mac), policy, 1, noonPlus(second));
    }
}
