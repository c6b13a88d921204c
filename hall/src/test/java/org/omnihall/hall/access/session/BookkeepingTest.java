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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.SessionClosed;
import org.omnihall.hall.access.SessionOpened;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.limit.PlacesChanged;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounting and admissions on a real database. */
@ExtendWith(HallDatabase.class)
class BookkeepingTest {

    private final JdbcClient db;
    private final List<Object> told = new ArrayList<>();
    private final Bookkeeping books;
    private final OpenSessions open;
    private final TransactionTemplate here;

    BookkeepingTest(DataSource database) {
        db = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        books = new Bookkeeping(
                new SessionStore(db),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(db, event -> Wlan.LAKE, owner -> Optional.empty()),
                (grown, now) -> {},
                told::add,
                transactions);
        open = new OpenSessions(db, told::add);
        here = new TransactionTemplate(transactions);
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
        assertThat(number("select count(*) from access.untold where user_name is not null or journey is null"))
                .isZero();
    }

    @Test
    void tellsOpeningAndClosingApartWhereBothFallIntoOneSecond() {
        books.enter(List.of(start("a", 0), stop("a", 0, 0)));
        books.enter(List.of(start("b", 0)));
        books.enter(List.of(stop("b", 0, 0)));
        assertThat(untold())
                .containsExactly(
                        "SESSION_CLOSED STOPPED " + noonPlus(0),
                        "SESSION_OPENED DONE " + noonPlus(0),
                        "SESSION_CLOSED STOPPED " + noonPlus(0));
        assertThat(number("select count(distinct (source, source_id)) from access.untold"))
                .isEqualTo(3);
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
        return number("select count(*) from access.session_event");
    }

    private int number(String sql) {
        return db.sql(sql).query(Integer.class).single();
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
    void makesOneSessionOfTwoEventsThatReachTwoNodesAtOnce() throws ExecutionException, InterruptedException {
        try (ExecutorService there = Executors.newSingleThreadExecutor()) {
            List<Future<?>> other = new ArrayList<>();
            here.executeWithoutResult(uncommitted -> {
                books.enter(List.of(start("a", 0)));
                other.add(there.submit(() -> books.enter(List.of(interim("a", 600, 0)))));
                while (!other.getFirst().isDone() && !isAnyoneWaiting()) {
                    Thread.onSpinWait();
                }
            });
            other.getFirst().get();
        }
        assertThat(online())
                .singleElement()
                .satisfies(s -> assertThat(s.usage().upOctets()).isEqualTo(600_000));
        assertThat(events()).isEqualTo(2);
    }

    private boolean isAnyoneWaiting() {
        return db.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
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

    @Test
    void knowsFromClassWhoWasLetInAndTellsWhoHoldsAPlace() {
        UUID journey = UUID.randomUUID();
        Limit two = new Limit(DevicePolicy.REPLACE_SAME_MAC, 2);
        Grant grant = Grant.at(Wlan.LAKE, Owner.subscriber(17), two, Duration.ofMinutes(5));
        books.enter(List.of(Wlan.granted(start("a", 10), journey, grant)));
        assertThat(online()).singleElement().satisfies(s -> {
            assertThat(s.subscriberId()).isEqualTo(OptionalLong.of(17));
            assertThat(s.place()).isEqualTo(Wlan.LAKE);
        });
        UUID session = online().getFirst().id();
        PlacesChanged.Began began = new PlacesChanged.Began(
                Owner.subscriber(17), two, session, Optional.of(journey), 1, Optional.of(LI_PHONE), noonPlus(10));
        assertThat(places()).containsExactly(new PlacesChanged(List.of(began), List.of()));
        told.clear();
        books.enter(List.of(Wlan.granted(stop("a", 40, 10), journey, grant)));
        assertThat(places())
                .containsExactly(
                        new PlacesChanged(List.of(), List.of(new PlacesChanged.Over(Owner.subscriber(17), session))));
    }

    private Stream<PlacesChanged> places() {
        return told.stream().filter(PlacesChanged.class::isInstance).map(PlacesChanged.class::cast);
    }

    /** Of a node of version 0.1, whose Class names a row. */
    @Test
    void stillFindsAnAdmissionThatClassOnlyNames() {
        UUID journey = UUID.randomUUID();
        db.sql("""
                        insert into access.reservation (id, owner, controller_id, user_name, subscriber_id, area_path, ssid_group,
                            interim_seconds, made_at, held_until, devices, policy)
                        values (?, 'subscriber:17', 1, '13800138000', 17, '/zj/', 'CITY', 300, ?, ?, 1, 'RELEASE_OLDEST')""")
                .params(journey, Times.at(noonPlus(0)), Times.at(noonPlus(30)))
                .update();
        books.enter(List.of(Wlan.event(AccountingEvent.Kind.START, "a", Optional.of(journey), LI_PHONE, 10, 10)));
        assertThat(online()).singleElement().satisfies(s -> {
            assertThat(s.subscriberId()).isEqualTo(OptionalLong.of(17));
            assertThat(s.place().areaPath()).isEqualTo("/zj/");
        });
        assertThat(places().flatMap(changed -> changed.began().stream()).map(PlacesChanged.Began::limit))
                .containsExactly(new Limit(DevicePolicy.RELEASE_OLDEST, 1));
    }

    @Test
    void preparesPartitionsAheadAndAgain() {
        new Partitions(db).prepare(Wlan.NOON);
        new Partitions(db).prepare(Wlan.NOON);
        assertThat(number("select count(*) from pg_tables where schemaname = 'access' and tablename ~ '_202[67]_'"))
                .isEqualTo(8);
    }
}
