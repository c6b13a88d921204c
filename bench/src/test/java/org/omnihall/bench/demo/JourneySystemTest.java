package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Page;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One phone's whole story at each kind of controller over real sockets, and what the books say of it afterwards. */
@ExtendWith(SystemHall.class)
class JourneySystemTest {

    /** The one Area whose slot keeps its full length here. */
    private static final String SLOW = "/zj/nb/";

    /** Keeps what the hall acknowledged, as a controller's own book. */
    private record Book(List<AccountingRecord> acknowledged) implements Watcher {
        @Override
        public void acknowledged(AccountingRecord record) {
            acknowledged.add(record);
        }

        long count(Status status) {
            return acknowledged.stream()
                    .filter(record -> record.status() == status)
                    .count();
        }
    }

    static List<City.Site> sites() {
        return City.SITES;
    }

    @BeforeAll
    static void keepOneSlotWhole(RunningHall hall) {
        SystemHall.figure(hall, Scope.area(SLOW), Figure.SLOT_TIME, "10s");
    }

    @ParameterizedTest
    @MethodSource("sites")
    void bringsAPhoneOnlineOffAndBackAndKeepsTrueBooks(City.Site site, RunningHall hall)
            throws IOException, InterruptedException {
        JdbcClient db = hall.bean(JdbcClient.class);
        Book book = new Book(new CopyOnWriteArrayList<>());
        Handset handset = Handset.ofIndex("1385718%04d".formatted(site.number()), 800 + site.number());
        Centre inbox = new Centre(hall.centre());
        try (Controller controller = hall.city().play(site, book);
                Traveller traveller = new Traveller(handset, controller.gateway(), hall.trust(), inbox)) {
            controller.join(handset, City.SSID, site.accessPoint());
            Page success = traveller.login();
            await("start acknowledged", () -> book.count(Status.START) == 1);
            assertThat(open(db, controller.session(handset).orElseThrow())).isEqualTo(1);
            controller.interim(handset);
            await("interim acknowledged", () -> book.count(Status.INTERIM) == 1);

            traveller.logout(success);
            await("stop acknowledged", () -> book.count(Status.STOP) == 1);
            assertThat(controller.online(handset)).isFalse();

            Duration took = comeBack(traveller);
            assertThat(took)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(site.area().equals(SLOW) ? 10 : 1));
            await("second start acknowledged", () -> book.count(Status.START) == 2);
            controller.leave(handset);
            await("second stop acknowledged", () -> book.count(Status.STOP) == 2);
            assertThat(hall.centre().inbox(handset.number()))
                    .filteredOn(sms -> sms.code().isPresent())
                    .hasSize(1);
        }
        agree(db, book.acknowledged());
    }

    private static Duration comeBack(Traveller traveller) throws InterruptedException {
        long came = System.nanoTime();
        traveller.settle(traveller.probe(), Traveller::isOnline);
        return Duration.ofNanos(System.nanoTime() - came);
    }

    /** Each acknowledged record is stored once and nothing else is; each session is closed with the controller's own counters. */
    private static void agree(JdbcClient db, List<AccountingRecord> acknowledged) {
        List<String> sessions =
                acknowledged.stream().map(AccountingRecord::session).distinct().toList();
        assertThat(sessions).hasSize(2);
        assertThat(acknowledged)
                .allSatisfy(record -> assertThat(stored(db, record)).isEqualTo(1));
        assertThat(db.sql("select count(*) from access.session_event where acct_session_id in (:sessions)")
                        .param("sessions", sessions)
                        .query(Long.class)
                        .single())
                .isEqualTo(acknowledged.size());
        sessions.forEach(session -> assertThat(open(db, session)).isZero());
        acknowledged.stream()
                .filter(record -> record.status() == Status.STOP)
                .forEach(
                        stop -> assertThat(closed(db, stop)).as(stop.toString()).isEqualTo(1));
    }

    private static long stored(JdbcClient db, AccountingRecord record) {
        boolean counted = record.status() != Status.START;
        return db.sql("""
                        select count(*) from access.session_event where acct_session_id = :session and kind = :kind
                            and at = :at and seconds = :seconds and up_octets = :up and down_octets = :down
                        """)
                .param("session", record.session())
                .param("kind", record.status().name())
                .param("at", record.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .param("seconds", counted ? record.seconds() : 0)
                .param("up", counted ? record.inputOctets() : 0)
                .param("down", counted ? record.outputOctets() : 0)
                .query(Long.class)
                .single();
    }

    private static long open(JdbcClient db, String session) {
        return db.sql("select count(*) from access.open_session where acct_session_id = :session")
                .param("session", session)
                .query(Long.class)
                .single();
    }

    private static long closed(JdbcClient db, AccountingRecord stop) {
        return db.sql("""
                        select count(*) from access.closed_session where acct_session_id = :session and subscriber_id is not null
                            and seconds = :seconds and up_octets = :up and down_octets = :down
                        """)
                .param("session", stop.session())
                .param("seconds", stop.seconds())
                .param("up", stop.inputOctets())
                .param("down", stop.outputOctets())
                .query(Long.class)
                .single();
    }
}
