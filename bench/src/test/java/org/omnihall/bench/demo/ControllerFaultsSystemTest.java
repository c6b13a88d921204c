package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Manners;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.dynamic.EndResult;
import org.omnihall.hall.access.dynamic.EndResult.State;
import org.omnihall.hall.access.session.OpenSession;

/** Reboots, false notices and each answer to a Disconnect, as devices give them (access rules 2, 13 and 17). */
@ExtendWith(SystemHall.class)
class ControllerFaultsSystemTest {

    private static final City.Site HUAWEI = City.SITES.get(1);
    private static final int SESSION_CONTEXT_NOT_REMOVABLE = 504;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closesWhatARebootEndedAndLetsThePhoneBackIn(boolean announced, RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(announced ? 4_001 : 4_002);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            String session = online(stage, traveller, handset);
            passASecond(stage);
            if (announced) {
                stage.controller().restart();
            } else {
                stage.controller().reboot();
            }
            assertThat(traveller.passes()).isFalse();
            await("Accounting-On acknowledged", () -> stage.book().count(Status.ON) == 1);
            await("closed by the reset", () -> stage.books().open(session) == 0);
            assertThat(stage.books().closings(session)).containsExactly("CONTROLLER_RESET");
            assertThat(stage.book().count(Status.STOP)).isZero();

            traveller.settle(traveller.probe(), Traveller::isOnline);
            await("a second session", () -> stage.book().count(Status.START) == 2);
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
        }
    }

    @Test
    void takesAFalseLogoutNoticeForAHintOnly(RunningHall hall) throws IOException, InterruptedException {
        Handset handset = Stage.phone(4_003);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            String session = online(stage, traveller, handset);
            double before = stage.counted("omnihall.portal.notices", "kind", "LoggedOut");
            stage.controller().claimLogout(handset);
            await("the notice counted", () -> stage.counted("omnihall.portal.notices", "kind", "LoggedOut") > before);
            assertThat(stage.books().open(session)).isEqualTo(1);
            assertThat(stage.books().bindings(handset.mac())).isEqualTo(1);
            stage.controller().interim(handset);
            await("interim acknowledged", () -> stage.book().count(Status.INTERIM) == 1);
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
            stage.books().agree(stage.book().acknowledged());
        }
    }

    @Test
    void endsASessionOnlyWhenItsStopHasCome(RunningHall hall) throws Exception {
        Handset handset = Stage.phone(4_004);
        Disconnects disconnects = hall.bean(Disconnects.class);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            String session = online(stage, traveller, handset);
            OpenSession open = stage.openSession(handset).orElseThrow();

            EndResult silent = asked(disconnects, open, stage, new Manners.Ending.Silent());
            assertThat(silent.state()).isEqualTo(State.NO_ANSWER);

            EndResult refused = asked(disconnects, open, stage, new Manners.Ending.Nak(SESSION_CONTEXT_NOT_REMOVABLE));
            assertThat(refused.state()).isEqualTo(State.REFUSED);
            assertThat(refused.errorCause()).isEqualTo(OptionalInt.of(SESSION_CONTEXT_NOT_REMOVABLE));

            EndResult acknowledged = asked(disconnects, open, stage, new Manners.Ending.AckOnly());
            assertThat(acknowledged.state()).isEqualTo(State.ACKNOWLEDGED);
            assertThat(stage.books().open(session)).isEqualTo(1);
            assertThat(stage.controller().online(handset)).isTrue();

            EndResult done = asked(disconnects, open, stage, new Manners.Ending.Obey());
            await(
                    "really ended",
                    () -> disconnects.state(done.request()).orElseThrow().state() == State.ENDED);
            assertThat(stage.books().open(session)).isZero();
            assertThat(stage.controller().online(handset)).isFalse();
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
        }
    }

    /** Accounting tells whole seconds: what began in the second of a reset may have begun after it. */
    private static void passASecond(Stage stage) {
        long began = stage.book().acknowledged().getLast().at().getEpochSecond();
        await("the next second", () -> Clock.systemUTC().instant().getEpochSecond() > began);
    }

    private static EndResult asked(Disconnects disconnects, OpenSession open, Stage stage, Manners.Ending ending)
            throws Exception {
        stage.controller().behave(Manners.GOOD.ending(ending));
        return disconnects.end(open, "test").get(20, TimeUnit.SECONDS);
    }

    private static String online(Stage stage, Traveller traveller, Handset handset) throws InterruptedException {
        traveller.login();
        await("start acknowledged", () -> stage.book().count(Status.START) == 1);
        return stage.controller().session(handset).orElseThrow();
    }
}
