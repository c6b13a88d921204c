package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.phone.Captivity;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Page;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.screens.Announced;
import org.omnihall.hall.node.WebOrigins;

/** What the hall knows of phones that do not look at their pages to the end (access rule 27). */
@ExtendWith(SystemHall.class)
class PhoneKindsSystemTest {

    private static final City.Site HUAWEI = City.SITES.get(1);

    @Test
    void countsAPhoneThatClosesItsBrowserTheMomentItsProbeGetsThrough(RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(3_001);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            traveller.loginClosingAtOnce(0);
            assertThat(stage.controller().online(handset)).isTrue();
            await("start acknowledged", () -> stage.book().count(Status.START) == 1);
            String session = stage.controller().session(handset).orElseThrow();
            assertThat(stage.books().open(session)).isEqualTo(1);
            await(
                    "the funnel to its end",
                    () -> stage.books()
                            .funnel(handset.mac())
                            .containsAll(List.of("AC_ACCEPTED", "ACCOUNTING_STARTED")));
            assertThat(stage.books().bindings(handset.mac())).isEqualTo(1);
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
            stage.books().agree(stage.book().acknowledged());
        }
    }

    @Test
    void knowsNothingOfAPhoneThatNeverOpensThePage(RunningHall hall) throws IOException, InterruptedException {
        Handset handset = Stage.phone(3_002);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            assertThat(traveller.passes()).isFalse();
            stage.controller().leave(handset);
            assertThat(stage.controller().online(handset)).isFalse();
            assertThat(stage.books().attempts(handset.mac())).isZero();
            assertThat(stage.books().bindings(handset.mac())).isZero();
            assertThat(stage.openSession(handset)).isEmpty();
            assertThat(hall.centre().inbox(handset.number())).isEmpty();
            assertThat(stage.book().told()).isZero();
        }
    }

    @Test
    void leadsAClosedMiniBrowserBackToItsCode(RunningHall hall) throws IOException, InterruptedException {
        Handset handset = Stage.phone(3_003);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            Page asked = traveller.giveNumber(traveller.probe());
            traveller.reopen();
            Page resumed = traveller.probe();
            assertThat(handle(resumed)).isEqualTo(handle(asked));
            traveller.settle(traveller.giveCode(resumed, 0), Traveller::isOnline);
            assertThat(hall.centre().inbox(handset.number())).hasSize(1);
            assertThat(stage.books().attempts(handset.mac())).isEqualTo(1);
            await("start acknowledged", () -> stage.book().count(Status.START) == 1);
            assertThat(stage.books().bindings(handset.mac())).isEqualTo(1);
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
        }
    }

    @Test
    void showsHowFarAPhoneCameThatWasClosedForGood(RunningHall hall) throws IOException, InterruptedException {
        Handset handset = Stage.phone(3_004);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            traveller.giveNumber(traveller.probe());
            traveller.browser().close();
            await("code sent", () -> stage.books().funnel(handset.mac()).contains("CODE_SENT"));
            assertThat(stage.books().funnel(handset.mac()))
                    .contains("REDIRECTED", "PAGE_SHOWN", "NUMBER_GIVEN")
                    .doesNotContain("CODE_VERIFIED", "AC_ACCEPTED");
            assertThat(stage.books().bindings(handset.mac())).isZero();
            assertThat(stage.openSession(handset)).isEmpty();
        }
    }

    /** By RFC 8908, at the address that the console tells to announce: no probe, no redirect. */
    @Test
    void leadsAPhoneThatAsksTheNetworkToItsPageAndTellsItItsTime(RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(3_005);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            URI api = announced(hall);
            Captivity before = traveller.asks(api);
            assertThat(before.held()).isTrue();
            assertThat(before.left()).isEmpty();
            Page asked = traveller.giveNumber(traveller.browser().open(before.portal()));
            assertThat(traveller.asks(api).held()).isTrue();
            traveller.settle(traveller.giveCode(asked, 0), Traveller::isOnline);
            assertThat(traveller.asks(api).held()).isFalse();
            await("start acknowledged", () -> stage.book().count(Status.START) == 1);
            await("session in the books", () -> stage.openSession(handset).isPresent());
            assertThat(traveller.asks(api).left().orElseThrow()).isBetween(Duration.ofMinutes(1), Duration.ofDays(1));
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
        }
    }

    private static URI announced(RunningHall hall) {
        AccessController controller = hall.bean(AccessControllers.class).all().stream()
                .filter(one -> one.name().equals(HUAWEI.name()))
                .findFirst()
                .orElseThrow();
        return Announced.of(controller, hall.bean(WebOrigins.class).pages()) instanceof Announced.At(String address)
                ? URI.create(address)
                : fail("nothing can be announced");
    }

    private static String handle(Page page) {
        URI address = page.address();
        return address.getPath().replaceAll("^/l/([^/]+).*", "$1");
    }
}
