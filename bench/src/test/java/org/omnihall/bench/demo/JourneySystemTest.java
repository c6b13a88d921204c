package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Controller;
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
        Books books = new Books(hall.bean(JdbcClient.class));
        Book book = new Book();
        Handset handset = Handset.ofIndex("1385718%04d".formatted(site.number()), 800 + site.number());
        Centre inbox = new Centre(hall.centre());
        try (Controller controller = hall.city().play(site, book);
                Traveller traveller = new Traveller(handset, controller.gateway(), hall.trust(), inbox)) {
            controller.join(handset, City.SSID, site.accessPoint());
            Page success = traveller.login();
            await("start acknowledged", () -> book.count(Status.START) == 1);
            assertThat(books.open(controller.session(handset).orElseThrow())).isEqualTo(1);
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
            await("the notice of the first automatic login", () -> messages(hall, handset) == 2);
            assertThat(hall.centre().inbox(handset.number()))
                    .filteredOn(sms -> sms.code().isPresent())
                    .hasSize(1);
        }
        assertThat(book.acknowledged().stream().map(AccountingRecord::session).distinct())
                .hasSize(2);
        books.agree(book.acknowledged());
    }

    private static int messages(RunningHall hall, Handset handset) {
        return hall.centre().inbox(handset.number()).size();
    }

    private static Duration comeBack(Traveller traveller) throws InterruptedException {
        long came = System.nanoTime();
        traveller.settle(traveller.probe(), Traveller::isOnline);
        return Duration.ofNanos(System.nanoTime() - came);
    }
}
