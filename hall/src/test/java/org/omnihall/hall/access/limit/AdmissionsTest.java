package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.limit.Homes.LI;
import static org.omnihall.hall.access.limit.Homes.OLDEST;
import static org.omnihall.hall.access.limit.Homes.ONE;
import static org.omnihall.hall.access.limit.Homes.PHONE;
import static org.omnihall.hall.access.limit.Homes.TABLET;
import static org.omnihall.hall.access.limit.Homes.WANG;
import static org.omnihall.hall.access.limit.Homes.admission;
import static org.omnihall.hall.access.limit.Homes.began;
import static org.omnihall.hall.access.limit.Homes.noonPlus;
import static org.omnihall.hall.access.limit.Homes.open;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
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
import org.omnihall.hall.access.limit.Admissions.Answer;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places of owners' devices, on two nodes with one database. */
@ExtendWith(HallDatabase.class)
class AdmissionsTest {

    private final JdbcClient db;
    private final Node here;
    private final Node there;

    AdmissionsTest(DataSource database) {
        db = JdbcClient.create(database);
        here = new Node(database);
        there = new Node(database);
    }

    private static final class Node {

        private final PlaceNews news;
        private final PlaceView view;
        private final PlaceBook book;
        private final Admissions admissions;

        Node(DataSource database) {
            JdbcClient db = JdbcClient.create(database);
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            news = new PlaceNews(db, Clock.systemUTC(), meters);
            view = new PlaceView(news, meters);
            book = new PlaceBook(db, view);
            admissions = new Admissions(view, book, meters);
        }

        /** As accounting's transaction does. */
        void changed(PlacesChanged places) {
            news.beginning(places);
            view.changed(places);
        }

        Answer ask(UUID journey, Owner owner, Limit limit, MacAddress mac, long second) {
            Admission one = admission(journey, owner, limit, mac);
            return view.answer(one, noonPlus(second))
                    .orElseGet(() -> book.enter(List.of(new PlaceBook.Asking(one, noonPlus(second))))
                            .getFirst());
        }
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.place_news").update();
    }

    private static Answer held(UUID journey) {
        return new Answer.Held(journey, List.of());
    }

    private static PlaceBook.Asking asking(UUID journey, Owner owner, Limit limit, MacAddress mac, long second) {
        return new PlaceBook.Asking(admission(journey, owner, limit, mac), noonPlus(second));
    }

    @Test
    void seesWithinAGroupWhatThoseBeforeTook() {
        UUID first = UUID.randomUUID();
        UUID third = UUID.randomUUID();
        assertThat(here.book.enter(List.of(
                        asking(first, LI, ONE, PHONE, 0),
                        asking(UUID.randomUUID(), LI, ONE, TABLET, 0),
                        asking(third, WANG, ONE, TABLET, 0),
                        asking(UUID.randomUUID(), LI, ONE, PHONE, 1))))
                .as("one place each: taken, full, another owner's, and the same phone once more")
                .containsExactly(held(first), new Answer.Full(), held(third), held(first));
    }

    @Test
    void endsASessionForTheFirstOfAGroupOnly() {
        UUID session = open(db, LI, PHONE, 0);
        UUID tablet = UUID.randomUUID();
        assertThat(here.book.enter(List.of(
                        asking(tablet, LI, OLDEST, TABLET, 2),
                        asking(UUID.randomUUID(), LI, OLDEST, new MacAddress(9), 2))))
                .as("the second finds the place of one who has not begun, which nobody can end")
                .containsExactly(new Answer.Held(tablet, List.of(session)), new Answer.Full());
        assertThat(releasing()).isEqualTo(1);
        assertThat(here.ask(UUID.randomUUID(), LI, OLDEST, new MacAddress(9), 40))
                .as("what is being ended holds no place any more")
                .isInstanceOf(Answer.Held.class);
    }

    private int releasing() {
        return db.sql("select count(*) from access.open_session where releasing_at is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void holdsAPlaceForThirtySecondsOrUntilTheStartAndThenWhileTheSessionLasts() {
        UUID journey = UUID.randomUUID();
        assertThat(here.ask(journey, LI, ONE, PHONE, 0)).isEqualTo(held(journey));
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, PHONE, 5)).isEqualTo(held(journey));
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, TABLET, 29)).isEqualTo(new Answer.Full());
        UUID session = open(db, LI, PHONE, 10);
        here.view.changed(new PlacesChanged(List.of(began(session, journey, LI, ONE, PHONE, 10)), List.of()));
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, TABLET, 31)).isEqualTo(new Answer.Full());
        db.sql("truncate access.open_session").update();
        here.view.changed(new PlacesChanged(List.of(), List.of(new PlacesChanged.Over(LI, session))));
        UUID tablet = UUID.randomUUID();
        assertThat(here.ask(tablet, LI, ONE, TABLET, 41)).isEqualTo(held(tablet));
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, PHONE, 70)).isEqualTo(new Answer.Full());
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, PHONE, 71)).isInstanceOf(Answer.Held.class);
    }

    @Test
    void answersFromMemoryWhatMemoryKnows() {
        Admission li = admission(UUID.randomUUID(), LI, ONE, PHONE);
        assertThat(here.view.answer(li, noonPlus(0))).as("not read yet").isEmpty();
        here.ask(li.journey(), LI, ONE, PHONE, 0);
        assertThat(here.view.answer(li, noonPlus(1))).contains(held(li.journey()));
        assertThat(here.view.answer(li, noonPlus(601)))
                .as("ten minutes are not trusted")
                .isEmpty();
    }

    @Test
    void refusesNobodyBySessionsThatWereReadLongAgo() {
        open(db, LI, PHONE, 0);
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, TABLET, 1)).isEqualTo(new Answer.Full());
        db.sql("truncate access.open_session").update();
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, TABLET, 3))
                .as("two seconds are a moment")
                .isEqualTo(new Answer.Full());
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, TABLET, 4)).isInstanceOf(Answer.Held.class);
    }

    @Test
    void anotherNodeHearsOfAdmissionsAndOfSessions() {
        there.news.hear(); // both begin
        here.ask(UUID.randomUUID(), WANG, ONE, TABLET, 0);
        there.ask(UUID.randomUUID(), LI, ONE, PHONE, 0);
        UUID journey = UUID.randomUUID();
        assertThat(here.ask(journey, LI, ONE, TABLET, 31)).isEqualTo(held(journey));
        here.news.tell();
        there.news.hear();
        assertThat(there.ask(UUID.randomUUID(), LI, ONE, PHONE, 32))
                .as("the admission was told")
                .isEqualTo(new Answer.Full());
        UUID session = open(db, LI, TABLET, 33);
        here.changed(new PlacesChanged(List.of(began(session, journey, LI, ONE, TABLET, 33)), List.of()));
        there.news.hear();
        assertThat(there.view.answer(admission(UUID.randomUUID(), LI, ONE, PHONE), noonPlus(34)))
                .as("to be read again")
                .isEmpty();
        assertThat(there.ask(UUID.randomUUID(), LI, ONE, PHONE, 70)).isEqualTo(new Answer.Full());
    }

    /** As where each packet goes to another node: admitted here, begun and ended there, all before a second is over. */
    @Test
    void holdsNoPlaceOfAnAdmissionWhoseSessionBeganOnAnotherNode() {
        there.news.hear();
        here.news.hear(); // both begin
        UUID journey = UUID.randomUUID();
        there.ask(UUID.randomUUID(), WANG, ONE, TABLET, 0);
        here.ask(journey, LI, ONE, PHONE, 0);
        UUID session = UUID.randomUUID();
        there.changed(new PlacesChanged(List.of(began(session, journey, LI, ONE, PHONE, 0)), List.of()));
        there.changed(new PlacesChanged(List.of(), List.of(new PlacesChanged.Over(LI, session))));
        here.news.tell();
        there.news.tell();
        here.news.hear();
        there.news.hear();
        assertThat(there.ask(UUID.randomUUID(), LI, ONE, TABLET, 1))
                .as("that the place was taken is heard after it was given back")
                .isInstanceOf(Answer.Held.class);
        assertThat(here.ask(UUID.randomUUID(), LI, ONE, new MacAddress(9), 2)).isInstanceOf(Answer.Held.class);
    }

    @Test
    void holdsNoPlaceOfAnAdmissionWhoseSessionWasReadAsBegun() {
        UUID journey = UUID.randomUUID();
        Limit two = new Limit(DevicePolicy.REJECT, 2);
        assertThat(here.ask(journey, LI, two, PHONE, 0)).isEqualTo(held(journey));
        UUID session = open(db, LI, PHONE, 0);
        db.sql("update access.open_session set journey = ? where id = ?")
                .params(journey, session)
                .update();
        here.view.changed(new PlacesChanged(List.of(), List.of(new PlacesChanged.Over(LI, UUID.randomUUID()))));
        assertThat(here.book.enter(List.of(asking(UUID.randomUUID(), LI, two, TABLET, 1))))
                .as("one session is one place")
                .hasOnlyElementsOfType(Answer.Held.class);
    }

    @Test
    void readsAgainWhatChangedWhileItWasRead() {
        here.view.read(List.of(LI));
        UUID session = UUID.randomUUID();
        here.view.changed(new PlacesChanged(List.of(began(session, UUID.randomUUID(), LI, ONE, PHONE, 0)), List.of()));
        here.view.read(LI, List.of(), noonPlus(0));
        assertThat(here.view.answer(admission(UUID.randomUUID(), LI, ONE, TABLET), noonPlus(0)))
                .as("the reader may not have seen the session")
                .isEmpty();
    }

    @Test
    void givesOutNoPlaceTooManyToManyWhoAskAtOnce() {
        here.admissions.start();
        Limit three = new Limit(DevicePolicy.REJECT, 3);
        ConcurrentHashMap<Owner, Integer> held = new ConcurrentHashMap<>();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 400)
                    .forEach(i -> askers.execute(() -> {
                        Owner owner = Owner.account(i % 40);
                        Admission one = admission(UUID.randomUUID(), owner, three, new MacAddress(i));
                        if (here.admissions.take(one, noonPlus(0)) instanceof Answer.Held) {
                            held.merge(owner, 1, Integer::sum);
                        }
                    }));
        }
        here.admissions.stop();
        assertThat(held)
                .hasSize(40)
                .allSatisfy((owner, devices) -> assertThat(devices).isEqualTo(3));
    }
}
