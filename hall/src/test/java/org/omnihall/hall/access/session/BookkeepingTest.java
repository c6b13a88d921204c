package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.LI_PHONE;
import static org.omnihall.hall.access.session.Wlan.interim;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;
import static org.omnihall.hall.access.session.Wlan.stop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.SessionClosed;
import org.omnihall.hall.access.SessionOpened;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Accounting and admissions on a real database. */
@ExtendWith(HallDatabase.class)
class BookkeepingTest {

    private final JdbcClient db;
    private final List<Object> told = new ArrayList<>();
    private final Bookkeeping books;
    private final AdmissionBook admissions;
    private final OpenSessions open;

    BookkeepingTest(DataSource database) {
        db = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        books = new Bookkeeping(
                new SessionStore(db),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(db, event -> Wlan.LAKE),
                told::add,
                transactions);
        admissions =
                new AdmissionBook(new JdbcTemplate(database), new NamedLocks(new JdbcTemplate(database)), transactions);
        open = new OpenSessions(db);
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.closed_session, access.session_event, access.reservation,"
                        + " access.controller_reset, access.disconnect_request, access.untold")
                .update();
    }

    private List<OpenSession> online() {
        return open.ofDevice(LI_PHONE);
    }

    @Test
    void opensUpdatesAndClosesOneSession() {
        books.enter(List.of(start("a", 0)));
        assertThat(online()).singleElement().satisfies(s -> {
            assertThat(s.acctSessionId()).isEqualTo("a");
            assertThat(s.usage()).isEqualTo(Usage.NONE);
        });
        books.enter(List.of(interim("a", 600, 0)));
        assertThat(online()).singleElement().satisfies(s -> {
            assertThat(s.usage().upOctets()).isEqualTo(600_000);
            assertThat(s.lastHeard()).isEqualTo(noonPlus(600));
        });
        books.enter(List.of(stop("a", 900, 0)));
        assertThat(online()).isEmpty();
        assertThat(causes()).containsExactly("STOPPED");
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).isInstanceOf(SessionOpened.class);
        assertThat(told.get(1)).isInstanceOfSatisfying(SessionClosed.class, c -> {
            assertThat(c.upOctets()).isEqualTo(900_000);
            assertThat(c.time()).isEqualTo(Duration.ofMinutes(15));
        });
    }

    @Test
    void leavesWordForTheContactLogOfEachOpeningAndClosingOnce() {
        books.enter(List.of(start("a", 0)));
        books.enter(List.of(start("a", 1), interim("a", 600, 0)));
        assertThat(untold()).containsExactly("SESSION_OPENED DONE " + noonPlus(0));
        books.enter(List.of(stop("a", 900, 0)));
        books.enter(List.of(stop("a", 900, 0)));
        books.enter(List.of(interim("a", 1000, 0)));
        assertThat(untold())
                .containsExactly(
                        "SESSION_OPENED DONE " + noonPlus(0),
                        "SESSION_CLOSED STOPPED " + noonPlus(900),
                        "SESSION_OPENED DONE " + noonPlus(0));
        assertThat(db.sql("select count(*) from access.untold where user_name is not null or journey is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> untold() {
        return db.sql("select * from access.untold order by id")
                .query((row, n) -> row.getString("kind") + " " + row.getString("outcome") + " " + Times.in(row, "at"))
                .list();
    }

    private List<String> causes() {
        return db.sql("select cause from access.closed_session order by closed_at")
                .query((row, n) -> row.getString("cause"))
                .list();
    }

    private int events() {
        return db.sql("select count(*) from access.session_event")
                .query(Integer.class)
                .single();
    }

    @Test
    void storesAResendOnce() {
        books.enter(List.of(start("a", 0), start("a", 2)));
        books.enter(List.of(start("a", 1)));
        assertThat(events()).isEqualTo(1);
        books.enter(List.of(interim("a", 600, 0), interim("a", 600, 0)));
        books.enter(List.of(interim("a", 600, 0)));
        assertThat(events()).isEqualTo(2);
        assertThat(online()).hasSize(1);
    }

    @Test
    void reopensAClosedSessionWhenTheControllerSaysSo() {
        books.enter(List.of(start("a", 0), stop("a", 900, 0)));
        books.enter(List.of(interim("a", 800, 0)));
        assertThat(online()).isEmpty();
        books.enter(List.of(interim("a", 1200, 0)));
        assertThat(online())
                .singleElement()
                .satisfies(s -> assertThat(s.usage().upOctets()).isEqualTo(1_200_000));
        assertThat(causes()).isEmpty();
    }

    @Test
    void closesTheOlderSessionWhenADeviceStartsAnew() {
        books.enter(List.of(start("a", 0)));
        books.enter(List.of(start("b", 100)));
        assertThat(online()).extracting(OpenSession::acctSessionId).containsExactly("b");
        books.enter(List.of(start("c", 50)));
        assertThat(online()).extracting(OpenSession::acctSessionId).containsExactly("b");
        assertThat(causes()).containsExactly("REPLACED", "REPLACED");
    }

    @Test
    void closesAllOfAControllerThatBeginsAnew() {
        books.enter(List.of(start("a", 0)));
        books.reset(1, noonPlus(50), "ON");
        assertThat(online()).isEmpty();
        assertThat(causes()).containsExactly("CONTROLLER_RESET");
        books.enter(List.of(Wlan.event(AccountingEvent.Kind.START, "late", Optional.empty(), Wlan.LI_TABLET, 40, 40)));
        assertThat(open.ofDevice(Wlan.LI_TABLET)).isEmpty();
        books.enter(List.of(Wlan.event(AccountingEvent.Kind.START, "new", Optional.empty(), Wlan.LI_TABLET, 51, 51)));
        assertThat(open.ofDevice(Wlan.LI_TABLET)).hasSize(1);
    }

    @Test
    void countsASessionAsLostAfterThreeMissedUpdatesAndNotBefore() {
        books.enter(List.of(start("a", 0)));
        books.closeLost(noonPlus(1799), noonPlus(0));
        assertThat(online()).hasSize(1);
        books.closeLost(noonPlus(1800), noonPlus(1));
        assertThat(online()).as("we were not listening long enough").hasSize(1);
        books.closeLost(noonPlus(1800), noonPlus(0));
        assertThat(online()).isEmpty();
        assertThat(causes()).containsExactly("LOST");
        books.enter(List.of(interim("a", 1900, 0)));
        assertThat(online()).hasSize(1);
    }

    @Test
    void endsWithTheSameSessionsInWhateverOrderEventsCome() {
        List<AccountingEvent> events = List.of(
                start("a", 0), interim("a", 300, 0), start("b", 400), interim("b", 900, 400), stop("b", 950, 400));
        for (int seed = 0; seed < 6; seed++) {
            empty();
            List<AccountingEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(e -> books.enter(List.of(e)));
            assertThat(online()).isEmpty();
            assertThat(causes()).as("seed %d", seed).containsExactly("REPLACED", "STOPPED");
            assertThat(events()).isEqualTo(5);
        }
    }

    private static Admission admission(UUID journey, MacAddress mac) {
        return new Admission(
                journey,
                "subscriber:17",
                1,
                "13800138000",
                OptionalLong.of(17),
                OptionalLong.empty(),
                Optional.of(mac),
                Optional.empty(),
                Wlan.LAKE,
                Duration.ofMinutes(5));
    }

    @Test
    void holdsAPlaceForThirtySecondsOrUntilTheStart() {
        UUID journey = UUID.randomUUID();
        assertThat(take(journey, LI_PHONE, 1, 0)).isEqualTo(new Admissions.Answer.Held(journey, List.of()));
        assertThat(take(UUID.randomUUID(), LI_PHONE, 1, 5)).isEqualTo(new Admissions.Answer.Held(journey, List.of()));
        assertThat(take(UUID.randomUUID(), Wlan.LI_TABLET, 1, 29)).isEqualTo(new Admissions.Answer.Full());
        books.enter(List.of(Wlan.event(AccountingEvent.Kind.START, "a", Optional.of(journey), LI_PHONE, 10, 10)));
        assertThat(online()).singleElement().satisfies(s -> {
            assertThat(s.subscriberId()).isEqualTo(OptionalLong.of(17));
            assertThat(s.place()).isEqualTo(Wlan.LAKE);
        });
        assertThat(take(UUID.randomUUID(), Wlan.LI_TABLET, 1, 31)).isEqualTo(new Admissions.Answer.Full());
        books.enter(List.of(Wlan.event(AccountingEvent.Kind.STOP, "a", Optional.of(journey), LI_PHONE, 40, 10)));
        assertThat(take(UUID.randomUUID(), Wlan.LI_TABLET, 1, 41)).isInstanceOf(Admissions.Answer.Held.class);
        assertThat(take(UUID.randomUUID(), LI_PHONE, 1, 70)).isEqualTo(new Admissions.Answer.Full());
        assertThat(take(UUID.randomUUID(), LI_PHONE, 1, 71)).isInstanceOf(Admissions.Answer.Held.class);
    }

    private Admissions.Answer take(UUID journey, MacAddress mac, int devices, long second) {
        return admissions
                .enter(List.of(new AdmissionBook.Asking(
                        admission(journey, mac), DevicePolicy.REJECT, devices, noonPlus(second))))
                .getFirst();
    }

    @Test
    void givesOutNoPlaceTooManyWhenSixteenAskAtOnce() throws InterruptedException, ExecutionException {
        List<Callable<Admissions.Answer>> asking = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            MacAddress mac = new MacAddress(i);
            asking.add(() -> take(UUID.randomUUID(), mac, 3, 0));
        }
        int held = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Admissions.Answer> answer : threads.invokeAll(asking)) {
                held += answer.get() instanceof Admissions.Answer.Held ? 1 : 0;
            }
        }
        assertThat(held).isEqualTo(3);
    }

    @Test
    void preparesPartitionsAheadAndAgain() {
        new Partitions(db).prepare(Wlan.NOON);
        new Partitions(db).prepare(Wlan.NOON);
        assertThat(db.sql("select count(*) from pg_tables where schemaname = 'access' and tablename ~ '_202[67]_'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }
}
